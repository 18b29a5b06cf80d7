import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { LocalTime } from '../../components/local-time.js';
import { PageTitle } from '../../components/page-title.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { Waiting } from '../../components/waiting.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { problemOf } from '../../lib/api-problem.js';
import { send } from '../../lib/http.js';
import { Facts } from '../../records/facts.js';
import { ElectorateTable } from './electorate-table.js';
import { voteQuery } from './memberships.js';
import styles from './membership.module.css';
import { Named } from './parts.js';
import { VoteResult } from './vote-result.js';

const route = getRouteApi('/signed-in/o/$organization/votes/$voteId/minutes');

/** The minutes of a closed vote, to print or to take along as CSV or JSON. */
export function MinutesPage() {
  const text = useText();
  const organization = useActingOrganization();
  const { voteId } = route.useParams();
  const { data: vote, error } = useQuery(voteQuery(organization.id, voteId));
  const [failure, setFailure] = useState<unknown>(null);
  if (error && !vote) return <ProblemNotice error={error} />;
  if (!vote) return <Waiting rows={4} height={96} />;
  const save = (kind: 'csv' | 'json') => {
    setFailure(null);
    void download(voteId, kind).catch(setFailure);
  };
  return (
    <>
      <PageTitle
        title={text('membership.minutes')}
        actions={
          <span className={`${record.side} ${styles.unprinted}`}>
            <Button variant="default" onClick={() => window.print()}>
              {text('membership.minutes.print')}
            </Button>
            <Button variant="default" onClick={() => save('csv')}>
              CSV
            </Button>
            <Button variant="default" onClick={() => save('json')}>
              JSON
            </Button>
          </span>
        }
      />
      <div className={record.stack}>
        {failure !== null && <ProblemNotice error={failure} />}
        <Panel>
          <Facts
            facts={[
              [
                text('membership.vote.asked'),
                text('membership.vote.subject', { name: vote.organization.name }),
              ],
              [text('membership.vote.applicant'), <Named key="who" organization={vote.organization} />],
              [text('membership.vote.secrecy'), text(`membership.vote.secrecy.${vote.secrecy}`)],
              [text('membership.vote.opened'), <LocalTime key="from" at={vote.opensAt} as="stamp" />],
              [
                text('membership.vote.closes'),
                <LocalTime key="to" at={vote.closedAt ?? vote.closesAt} as="stamp" />,
              ],
            ]}
          />
        </Panel>
        <VoteResult vote={vote} />
        <p>{text('membership.vote.quorum.rule')}</p>
        <ElectorateTable vote={vote} />
      </div>
    </>
  );
}

async function download(voteId: string, kind: 'csv' | 'json'): Promise<void> {
  const path = `/api/v1/votes/${voteId}/minutes${kind === 'csv' ? '.csv' : ''}`;
  const answer = await send(new Request(new URL(path, location.origin)));
  if (!answer.ok) throw problemOf(answer, await answer.json());
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await answer.blob());
  link.download = `minutes-${voteId}.${kind}`;
  link.click();
  URL.revokeObjectURL(link.href);
}
