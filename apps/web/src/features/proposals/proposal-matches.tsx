import { MatchList } from '../../components/matches/match-list.js';
import { useText } from '../../i18n/use-text.js';
import { Link } from '@tanstack/react-router';
import { useActingOrganization } from '../../lib/acting-organization.js';

const SHOWN = 4;

/** Who fits this proposal: the best few, and the way to all. */
export function ProposalMatches({ proposalId }: { proposalId: string }) {
  const text = useText();
  const { slug } = useActingOrganization();
  return (
    <MatchList
      title={text('proposals.matches')}
      filter={{ subjectType: 'proposal', subjectId: proposalId, limit: SHOWN }}
      all={
        <Link
          to="/o/$organization/matches"
          params={{ organization: slug }}
          search={{ subject: `proposal:${proposalId}` }}
        >
          {text('proposals.matches.all')}
        </Link>
      }
      none={text('proposals.matches.none')}
    />
  );
}
