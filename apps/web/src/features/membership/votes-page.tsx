import { Link } from '@tanstack/react-router';
import { LocalTime } from '../../components/local-time.js';
import { PageTitle } from '../../components/page-title.js';
import { Panel } from '../../components/panel.js';
import record from '../../components/record.module.css';
import { FictionalMark } from '../../components/tag.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { usePages } from '../../lib/pages.js';
import { PagedList } from '../../records/paged-list.js';
import { type VoteCard, votesQuery } from './memberships.js';
import { VoteStateTag } from './parts.js';

/** The votes of the Executive Committee in which the city sits; all of them for the secretariat. */
export function VotesPage() {
  const text = useText();
  const organization = useActingOrganization();
  const list = usePages(votesQuery(organization.id));
  return (
    <>
      <PageTitle title={text('nav.votes')} lead={text('membership.votes.lead')} />
      <PagedList
        list={list}
        rowHeight={72}
        noneFiltered=""
        none={{ title: text('membership.votes.none'), text: text('membership.votes.none.text') }}
      >
        {(votes) => (
          <Panel
            rows={votes.map((vote) => (
              <VoteRow key={vote.id} vote={vote} />
            ))}
          />
        )}
      </PagedList>
    </>
  );
}

function VoteRow({ vote }: { vote: VoteCard }) {
  const text = useText();
  const { slug } = useActingOrganization();
  const { cast, voting, quorum } = vote.turnout;
  return (
    <li className={record.row}>
      <div className={record.main}>
        <Link to="/o/$organization/votes/$voteId" params={{ organization: slug, voteId: vote.id }}>
          {text('membership.vote.subject', { name: vote.organization.name })}
        </Link>{' '}
        {vote.organization.fictional && <FictionalMark />}
        <div className={record.sub}>
          {text('membership.vote.progress', { cast, voting, quorum })}
          {vote.ownBallot && ` ${text('membership.vote.own.cast')}`}
        </div>
      </div>
      <div className={record.side}>
        <span className={record.sub}>
          <LocalTime at={vote.closedAt ?? vote.closesAt} as={vote.state === 'open' ? 'deadline' : 'stamp'} />
        </span>
        <VoteStateTag vote={vote} />
      </div>
    </li>
  );
}
