import { useQuery } from '@tanstack/react-query';
import { LangText } from '../../../components/lang-text.js';
import { LocalTime } from '../../../components/local-time.js';
import { Panel } from '../../../components/panel.js';
import { ProposalStateTag } from '../../../components/proposal-row.js';
import record from '../../../components/record.module.css';
import { useText } from '../../../i18n/use-text.js';
import { useActingOrganization } from '../../../lib/acting-organization.js';
import { storyQuery } from './dossiers.js';

/** What has become of the proposal, in public words. */
export function StoryPanel({ proposalId }: { proposalId: string }) {
  const text = useText();
  const organization = useActingOrganization();
  const { data } = useQuery(storyQuery(organization.id, proposalId));
  if (!data || data.items.length === 0) return null;
  return (
    <Panel
      title={text('dossier.story')}
      rows={data.items.map(({ state, at, code, note, language }) => (
        <li key={at} className={record.entry}>
          <div className={record.line}>
            <ProposalStateTag state={state} />
            <LocalTime at={at} as="stamp" />
          </div>
          {code && <p>{text('dossier.rule', { number: code })}</p>}
          {note && (
            <LangText as="p" language={language ?? 'en'} className={record.prose}>
              {note}
            </LangText>
          )}
        </li>
      ))}
    />
  );
}
