import type { MatchParty } from '../party.js';
import { conceptFact, fact, swapFacts, type Facts, type Reason } from '../reasons.js';
import { isDemand, type MatchSpec } from '../spec.js';

interface Naming {
  /** How far it lifts the score, 0..1. */
  readonly lift: number;
  readonly facts: Facts;
}

const UNNAMED: Naming = { lift: 0, facts: { ours: [], theirs: [] } };

/** A city named by the other side's text. What it has published was not named itself, so it is lifted less. */
function naming(namer: MatchParty, named: MatchParty, spec: MatchSpec): Naming {
  const place = namer.namedPlaces?.find(({ id }) => id === named.organizationId);
  if (place === undefined) return UNNAMED;
  const lift = isDemand(named.kind) ? spec.namedLift.published : spec.namedLift.organization;
  return {
    lift,
    facts: { ours: [conceptFact('names', place)], theirs: [fact('organization', named.organizationId)] },
  };
}

/**
 * The strongest sign there is that somebody means somebody: the name stands in the text. `room` is what the score still
 * lacks to 1; named both ways, the stronger naming lifts.
 */
export function namedReason(
  left: MatchParty,
  right: MatchParty,
  room: number,
  spec: MatchSpec,
): Reason | undefined {
  const byLeft = naming(left, right, spec);
  const byRight = naming(right, left, spec);
  if (byLeft === UNNAMED && byRight === UNNAMED) return undefined;
  const swapped = swapFacts(byRight.facts);
  return {
    code: 'named_in_text',
    contribution: Math.max(byLeft.lift, byRight.lift) * room,
    facts: {
      ours: [...byLeft.facts.ours, ...swapped.ours],
      theirs: [...byLeft.facts.theirs, ...swapped.theirs],
    },
  };
}
