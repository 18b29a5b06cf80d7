import { queryOptions, useQuery } from '@tanstack/react-query';
import { LangText } from '../../../components/lang-text.js';
import { LocalTime } from '../../../components/local-time.js';
import { Panel } from '../../../components/panel.js';
import { ProposalStateTag } from '../../../components/proposal-row.js';
import record from '../../../components/record.module.css';
import { useText } from '../../../i18n/use-text.js';
import { useActingOrganization } from '../../../lib/acting-organization.js';
import { api, read } from '../../../lib/api.js';
import { type Proposal, proposalsKey } from '../../../lib/proposals.js';

const outcomeQuery = (organizationId: string, { id, version }: Proposal) =>
  queryOptions({
    queryKey: [...proposalsKey(organizationId), id, 'outcome', version],
    queryFn: ({ signal }) =>
      read(api.GET('/api/v1/proposals/{id}/decision', { params: { path: { id } }, signal })),
  });

/** What was decided, why, under which conditions, and what reviewers wrote for the applicants; once it is public. */
export function OutcomePanel({ proposal }: { proposal: Proposal }) {
  const text = useText();
  const organization = useActingOrganization();
  const { data } = useQuery(outcomeQuery(organization.id, proposal));
  if (!data?.decision) return null;
  const { reasons, conditions, language, releasedAt } = data.decision;
  return (
    <Panel title={text('dossier.outcome')} aside={<ProposalStateTag state={data.state} />}>
      <div className={record.stack}>
        {releasedAt && (
          <p className={record.sub}>
            <LocalTime at={releasedAt} as="stamp" />
          </p>
        )}
        <LangText as="p" language={language} className={record.prose}>
          {reasons}
        </LangText>
        {conditions.length > 0 && (
          <div>
            <h3 className={record.strong}>{text('dossier.outcome.conditions')}</h3>
            <ul lang={language}>
              {conditions.map((condition) => (
                <li key={condition}>{condition}</li>
              ))}
            </ul>
          </div>
        )}
        {data.comments.length > 0 && (
          <div>
            <h3 className={record.strong}>{text('dossier.outcome.comments')}</h3>
            {data.comments.map(({ comment, language: written }, index) => (
              <LangText key={index} as="p" language={written ?? language} className={record.prose}>
                {comment}
              </LangText>
            ))}
          </div>
        )}
      </div>
    </Panel>
  );
}
