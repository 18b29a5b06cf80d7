import { type MatchParty, scorePair, type Supposition, whyNotHigher } from '#libs/matching';
import type { Yardstick } from '../next-step/market-in-view.js';

export type Pools = readonly (readonly MatchParty[])[];

/** Those who are nearly in the list want something that is missing; whoever is far off wants something else altogether. */
const NEAR = 60;
const NEARLY = 0.05;
/** How many facts are tried. */
const TRIED = 6;

/**
 * What those who just miss a party's list would like it to state, by what it would lift of them all together.
 * Deterministic.
 *
 * @param present ids of the candidates in the list
 */
export function wantedOf(
  party: MatchParty,
  pools: Pools,
  present: ReadonlySet<string>,
  market: Yardstick,
): (readonly Supposition[])[] {
  const lifts = new Map<string, { facts: readonly Supposition[]; lift: number }>();
  const { vocabulary, specs } = market;
  for (const candidate of pools.flatMap((pool) => nearest(party, pool, present, market))) {
    for (const { side, facts, gain } of whyNotHigher(
      party,
      candidate,
      vocabulary,
      specs.of(party, candidate),
    )) {
      if (side === 'theirs') continue;
      const key = JSON.stringify(facts);
      lifts.set(key, { facts, lift: (lifts.get(key)?.lift ?? 0) + gain });
    }
  }
  return [...lifts]
    .sort(([aKey, a], [bKey, b]) => b.lift - a.lift || (aKey < bKey ? -1 : 1))
    .slice(0, TRIED)
    .map(([, { facts }]) => facts);
}

/** By score alone: some miss the list only because there is too little to explain it by. */
function nearest(
  party: MatchParty,
  pool: readonly MatchParty[],
  present: ReadonlySet<string>,
  { vocabulary, specs }: Yardstick,
): MatchParty[] {
  return pool
    .filter(({ id }) => !present.has(id))
    .map((candidate) => ({
      candidate,
      score: scorePair(party, candidate, vocabulary, specs.of(party, candidate)).score,
    }))
    .filter(({ score }) => score >= NEARLY)
    .sort((a, b) => b.score - a.score || (a.candidate.id < b.candidate.id ? -1 : 1))
    .slice(0, NEAR)
    .map(({ candidate }) => candidate);
}
