import { Link } from '@tanstack/react-router';
import { LangText } from '../../components/lang-text.js';
import { LocalTime } from '../../components/local-time.js';
import record from '../../components/record.module.css';
import { Tag } from '../../components/tag.js';
import { useRichText, useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import type { ConsultingRequestCard, ConsultingRequestState } from './requests.js';

export function RequestStateTag({ state }: { state: ConsultingRequestState }) {
  const text = useText();
  return <Tag tone={state === 'draft' ? 'warning' : 'success'}>{text(`consulting.state.${state}`)}</Tag>;
}

/** One own request in the list. */
export function RequestRow({ request }: { request: ConsultingRequestCard }) {
  const rich = useRichText();
  const { slug } = useActingOrganization();
  const { submittedAt, deadline } = request;
  return (
    <li className={record.row}>
      <div className={record.main}>
        <Link
          to="/o/$organization/consulting/$requestId"
          params={{ organization: slug, requestId: request.id }}
        >
          <LangText language={request.language}>{request.title}</LangText>
        </Link>
        <p className={record.sub}>
          {submittedAt
            ? rich('consulting.submitted-at', { time: <LocalTime key="time" at={submittedAt} /> })
            : rich('consulting.changed-at', { time: <LocalTime key="time" at={request.updatedAt} /> })}
          {deadline && (
            <>
              {' · '}
              {rich('consulting.due', { day: <LocalTime key="day" at={deadline} /> })}
            </>
          )}
        </p>
      </div>
      <RequestStateTag state={request.state} />
    </li>
  );
}
