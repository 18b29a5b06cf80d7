import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { LangText } from '../../components/lang-text.js';
import { LocalTime } from '../../components/local-time.js';
import { Panel } from '../../components/panel.js';
import record from '../../components/record.module.css';
import { useCodeText, useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { type Call, historyQuery } from './call-requests.js';

/** What has happened to a call, newest first: its steps, and what was changed of its terms and why. */
export function CallHistoryPanel({ call }: { call: Call }) {
  const text = useText();
  const words = useCodeText();
  const { formatList } = useIntl();
  const organization = useActingOrganization();
  const { data } = useQuery(historyQuery(organization.id, call.id, call.version));
  if (!data) return null;
  const lines = [
    ...data.steps.map(({ verb, at, reason }) => ({
      ...{ at, reason, detail: null },
      what: words('calls.step', verb, 'calls.step.other'),
    })),
    ...data.versions
      .filter(({ changed }) => changed.length > 0)
      .map(({ number, changed, at, reason }) => ({
        ...{ at, reason },
        what: text('calls.step.change', { number }),
        detail: formatList(changed.map((field) => text(`calls.field.${field}`))),
      })),
  ].sort((a, b) => (a.at < b.at ? 1 : -1));
  return (
    <Panel
      title={text('calls.history')}
      rows={lines.map(({ at, what, detail, reason }) => (
        <li key={`${at} ${what}`} className={record.row}>
          <div className={record.main}>
            <p>{what}</p>
            {detail && <p className={record.sub}>{detail}</p>}
            {reason && (
              <LangText as="p" language={call.language} className={record.sub}>
                {reason}
              </LangText>
            )}
          </div>
          <span className={record.sub}>
            <LocalTime at={at} as="stamp" />
          </span>
        </li>
      ))}
    />
  );
}
