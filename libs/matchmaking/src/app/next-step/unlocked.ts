import type { Fit } from '#libs/contracts';
import { type MatchParty, type MatchSpec, type RankedMatch, rankMatches } from '#libs/matching';
import type { Yardstick } from './market-in-view.js';

/** An organization that a list of matches would gain, or find fitting better. */
export interface Unlocked {
  readonly organizationId: string;
  readonly change: 'enters' | 'rises';
  readonly fitBefore: Fit | null;
  readonly fitAfter: Fit;
}

/** What a change of one's own profile would do to the matches. */
export interface Gain {
  /** All organizations that would enter or rise, best first. */
  readonly unlocked: readonly Unlocked[];
  readonly entering: number;
  /** Sum of what the scores would rise by. */
  readonly lift: number;
}

/** A score that rises by less is not worth a promise. */
const LEAST_RISE = 0.02;

export type Lists = ReadonlyMap<string, RankedMatch>;

/** The matches a party would be shown, by candidate, over all pools. */
export function listsOf(
  party: MatchParty,
  pools: readonly (readonly MatchParty[])[],
  { vocabulary, specs }: Yardstick,
): Lists {
  const spec = (candidate: MatchParty): MatchSpec => specs.of(party, candidate);
  const ranked = pools.flatMap((pool) => rankMatches(party, pool, vocabulary, { spec }));
  return new Map(ranked.map((match) => [match.candidate.id, match]));
}

/** What lies between two states of the same party's matches; an organization counts once, with its best. */
export function gainOf(before: Lists, after: Lists): Gain {
  const changes = [...after.values()].flatMap((match) => {
    const was = before.get(match.candidate.id);
    const rise = match.score - (was?.score ?? 0);
    return was === undefined || rise >= LEAST_RISE ? [{ match, was, rise }] : [];
  });
  const present = new Set([...before.values()].map(({ candidate }) => candidate.organizationId));
  changes.sort(
    (a, b) =>
      Number(present.has(a.match.candidate.organizationId)) -
        Number(present.has(b.match.candidate.organizationId)) ||
      b.match.score - a.match.score ||
      (a.match.candidate.id < b.match.candidate.id ? -1 : 1),
  );
  const unlocked = new Map<string, Unlocked>();
  for (const { match } of changes) {
    const { organizationId } = match.candidate;
    if (unlocked.has(organizationId)) continue;
    const fitBefore = bestFit(before, organizationId);
    const change = fitBefore === null ? 'enters' : 'rises';
    unlocked.set(organizationId, { organizationId, change, fitBefore, fitAfter: match.fit });
  }
  const all = [...unlocked.values()];
  return {
    unlocked: all,
    entering: all.filter(({ change }) => change === 'enters').length,
    lift: changes.reduce((sum, { rise }) => sum + rise, 0),
  };
}

function bestFit(lists: Lists, organizationId: string): Fit | null {
  const own = [...lists.values()].filter(({ candidate }) => candidate.organizationId === organizationId);
  return own.sort((a, b) => b.score - a.score)[0]?.fit ?? null;
}
