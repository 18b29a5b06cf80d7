import { Link } from '@tanstack/react-router';
import { MatchList } from '../../components/matches/match-list.js';
import { PageTitle } from '../../components/page-title.js';
import { Panel } from '../../components/panel.js';
import { ProfileProgress } from '../../components/profile-progress.js';
import { ProposalRow } from '../../components/proposal-row.js';
import record from '../../components/record.module.css';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { mayWrite } from '../../lib/rights.js';
import { useRecentProposals } from './recent-proposals.js';
import { WaitingForYou } from './waiting-for-you.js';

const SHOWN_MATCHES = 4;
const SHOWN_PROPOSALS = 5;

/** What waits for the reader, who fits them, and how their own proposals stand. */
export function HomePage() {
  const text = useText();
  const organization = useActingOrganization();
  const params = { organization: organization.slug };
  return (
    <>
      <PageTitle title={text('nav.home')} lead={text('home.lead')} />
      <div className={record.screen}>
        <WaitingForYou />
        <ProfileProgress />
        <MatchList
          title={text('nav.matches')}
          filter={{ state: ['suggested'], limit: SHOWN_MATCHES }}
          all={
            <Link to="/o/$organization/matches" params={params}>
              {text('home.matches.all')}
            </Link>
          }
          none={text('home.none.text')}
        />
        {organization.kind !== 'consultancy' && <OwnProposals />}
      </div>
    </>
  );
}

function OwnProposals() {
  const text = useText();
  const organization = useActingOrganization();
  const params = { organization: organization.slug };
  const { items, isSuccess } = useRecentProposals();
  if (!isSuccess) return null;
  const begin = mayWrite(organization, 'proposal.create') && (
    <Link to="/o/$organization/proposals/$proposalId" params={{ ...params, proposalId: 'new' }}>
      {text('proposal.begin')}
    </Link>
  );
  if (items.length === 0) {
    return (
      <Panel title={text('home.proposals')} aside={begin}>
        {text('proposal.none.text')}
      </Panel>
    );
  }
  return (
    <Panel
      title={text('home.proposals')}
      aside={
        <span className={record.side}>
          {begin}
          <Link to="/o/$organization/proposals" params={params}>
            {text('home.proposals.all')}
          </Link>
        </span>
      }
      rows={items.slice(0, SHOWN_PROPOSALS).map((proposal) => (
        <ProposalRow key={proposal.id} proposal={proposal} />
      ))}
    />
  );
}
