import type { Match } from '../../lib/matches.js';
import type { MatchView } from '../match-view.js';
import { ReciprocityLedger } from '../reciprocity-ledger.js';
import { WhyNotHigher } from './why-not-higher.js';

/** All that a reader finds who looks deeper: the facts of both sides, and what would lift the match. */
export function MatchDepth({ match, view }: { match: Match; view: MatchView }) {
  return (
    <>
      <ReciprocityLedger counterpart={view.counterpart.name} reasons={[...view.reasons, ...view.unmet]} />
      {match.open && <WhyNotHigher match={match} />}
    </>
  );
}
