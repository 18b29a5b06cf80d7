import { Link } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { Callout } from '../../components/callout.js';
import { LangText } from '../../components/lang-text.js';
import { LocalTime } from '../../components/local-time.js';
import { MatchGrid, MatchList, usePutAway } from '../../components/matches/match-list.js';
import { PageTitle } from '../../components/page-title.js';
import { Panel } from '../../components/panel.js';
import record from '../../components/record.module.css';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import type { ConsultingRequest } from './requests.js';
import { RequestWay } from './request-way.js';
import { useLanguageName } from '../../lib/language-name.js';
import { formatMoney } from '../../lib/money.js';
import { ConceptTags } from '../../records/concept-tags.js';
import { Facts } from '../../records/facts.js';
import { OrganizationName } from '../../records/organization-name.js';
import { RequestStateTag } from './request-row.js';
import { useRequestMatches } from './use-request-matches.js';

const SHOWN = 4;

/** A request to be read: sent, or a draft of which the reader may see but not write. */
export function RequestView({ request }: { request: ConsultingRequest }) {
  const text = useText();
  const organization = useActingOrganization();
  const isOwn = request.organizationId === organization.id;
  const isSent = request.state === 'submitted' && request.kind === 'b2b';
  return (
    <>
      <PageTitle
        title={request.title}
        heading={<LangText language={request.language}>{request.title}</LangText>}
        actions={isOwn && <RequestStateTag state={request.state} />}
      />
      <div className={record.stack}>
        {request.confidential && (
          <Callout tone="warning" title={text('consulting.confidential')}>
            {text('consulting.confidential.text')}
          </Callout>
        )}
        {isOwn && isSent && (
          <Callout tone="success" title={text('consulting.sent')}>
            {text('consulting.sent.text')}
          </Callout>
        )}
        <Content request={request} isOwn={isOwn} />
        {request.state !== 'draft' && <RequestWay request={request} />}
        {isOwn && isSent && <OwnMatches requestId={request.id} />}
        {!isOwn && <OurMatch requestId={request.id} />}
      </div>
    </>
  );
}

function Content({ request, isOwn }: { request: ConsultingRequest; isOwn: boolean }) {
  const text = useText();
  const intl = useIntl();
  const languageOf = useLanguageName();
  const { language, areas, workingLanguages, mode, budget, deadline, submittedAt } = request;
  return (
    <Panel title={text('consulting.content')}>
      <div className={record.stack}>
        {request.text && (
          <LangText as="p" language={language} className={record.prose}>
            {request.text}
          </LangText>
        )}
        <Facts
          facts={[
            ...(isOwn
              ? []
              : [
                  [text('consulting.by'), <OrganizationName key="by" id={request.organizationId} />] as const,
                ]),
            [text('way.field.kind'), text(`way.kind.${request.kind}`)],
            [
              text('way.field.goal'),
              request.goal && (
                <LangText key="goal" language={language}>
                  {request.goal}
                </LangText>
              ),
            ],
            [text('consulting.field.areas'), areas.length > 0 && <ConceptTags codes={areas} />],
            [
              text('consulting.field.workingLanguages'),
              workingLanguages.length > 0 && intl.formatList(workingLanguages.map(languageOf)),
            ],
            [text('consulting.field.mode'), mode && text(`consulting.mode.${mode}`)],
            [
              text('consulting.field.budget'),
              budget &&
                [request.budgetFrom, budget]
                  .flatMap((money) => (money ? [formatMoney(money, intl.locale)] : []))
                  .join(' – '),
            ],
            [text('way.bearers'), <Bearers key="bearers" request={request} />],
            [text('consulting.field.deadline'), deadline && <LocalTime key="deadline" at={deadline} />],
            ...(submittedAt
              ? [[text('consulting.sent-at'), <LocalTime key="sent" at={submittedAt} as="stamp" />] as const]
              : []),
          ]}
        />
      </div>
    </Panel>
  );
}

function Bearers({ request }: { request: ConsultingRequest }) {
  const text = useText();
  if (request.costBearers.length === 0) return text('way.bearer.own');
  return (
    <ul>
      {request.costBearers.map(({ organizationId, shareBasisPoints }) => (
        <li key={organizationId}>
          <OrganizationName id={organizationId} />{' '}
          {text('way.bearer.line', { share: shareBasisPoints / 100 })}
        </li>
      ))}
    </ul>
  );
}

/** Who could answer, best first, each with the reasons and the way to talk. */
function OwnMatches({ requestId }: { requestId: string }) {
  const text = useText();
  const { slug } = useActingOrganization();
  return (
    <MatchList
      title={text('consulting.matches')}
      filter={{ subjectType: 'consulting_request', subjectId: requestId, limit: SHOWN }}
      all={
        <Link
          to="/o/$organization/matches"
          params={{ organization: slug }}
          search={{ subject: `consulting_request:${requestId}` }}
        >
          {text('consulting.matches.all')}
        </Link>
      }
      none={text('consulting.matches.none')}
    />
  );
}

/** For a consultant: why this request was shown, and what to answer. */
function OurMatch({ requestId }: { requestId: string }) {
  const { items } = useRequestMatches();
  return <MatchGrid {...usePutAway(items.filter(({ object }) => object?.id === requestId))} level={2} />;
}
