import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { MatchGrid, usePutAway } from '../../components/matches/match-list.js';
import { RunNote } from '../../components/matches/run-note.js';
import { PageTitle } from '../../components/page-title.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { Waiting } from '../../components/waiting.js';
import { OrganizationName } from '../../records/organization-name.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { directoryQuery } from '../../lib/directory.js';
import { matchesQuery } from '../../lib/matches.js';
import { profileQuery } from '../../lib/organizations.js';
import { usePages } from '../../lib/pages.js';

const SHOWN = 3;

/** What the four steps were for: three partners with reasons, or the nearest there are. */
export function FirstMatches() {
  const text = useText();
  const { locale } = useIntl();
  const acting = useActingOrganization();
  const params = { organization: acting.slug };
  const list = usePages(matchesQuery(acting.id, locale, { limit: SHOWN }));
  const shown = usePutAway(list.items.slice(0, SHOWN));
  const isEmpty = shown.matches.length === 0;
  const run = list.first?.run;
  const none = list.isSuccess && isEmpty && run?.state === 'done';
  return (
    <>
      <PageTitle
        title={text('first-run.matches')}
        lead={text('first-run.matches.lead')}
        actions={
          <Button renderRoot={(props) => <Link to="/o/$organization" params={params} {...props} />}>
            {text('first-run.to-home')}
          </Button>
        }
      />
      <div className={record.stack}>
        <RunNote run={run} />
        {list.error && <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />}
        {(list.isPending || (isEmpty && run?.state === 'pending')) && <Waiting rows={3} height={200} />}
        <MatchGrid {...shown} level={2} />
        {none && <Nearest />}
      </div>
    </>
  );
}

/** Where nothing fits yet: who works on the same themes, else who is there. */
function Nearest() {
  const text = useText();
  const acting = useActingOrganization();
  const { data: profile } = useQuery(profileQuery(acting.id, acting.id));
  const theme = profile?.themes ?? [];
  const near = usePages(directoryQuery(acting.id, { scope: ['organization'], theme, limit: SHOWN + 1 }));
  const anyone = usePages(directoryQuery(acting.id, { scope: ['organization'], limit: SHOWN + 1 }));
  const found = [...near.items, ...anyone.items].filter(({ id }) => id !== acting.id);
  const shown = [...new Map(found.map((item) => [item.id, item])).values()].slice(0, SHOWN);
  return (
    <Panel
      title={text('first-run.nearest')}
      aside={
        <Link to="/o/$organization/directory" params={{ organization: acting.slug }}>
          {text('nav.directory')}
        </Link>
      }
      rows={shown.map(({ id }) => (
        <li key={id} className={record.row}>
          <OrganizationName id={id} />
        </li>
      ))}
    >
      {text('first-run.nearest.text')}
    </Panel>
  );
}
