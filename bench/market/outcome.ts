import { examination, gini } from '#libs/matching';
import { seeded } from '../setting/seeded.js';
import type { LatentMarket } from './latent-market.js';

/** By reader: the candidates of its list in the order shown. */
export type Lists = readonly (readonly number[])[];

/** What candidates can bear while the lists stand. */
export interface Bounds {
  /** Answers a candidate looks through; what comes later is not read. */
  readonly reviews: number;
  /** Answers it accepts at most. */
  readonly seats: number;
}

/** What lists lead to. */
export interface Outcome {
  /** Accepted answers (mean of all replays). */
  readonly matches: number;
  /** Share of candidates, and of readers, with at least one match. */
  readonly coverage: { readonly candidates: number; readonly readers: number };
  /** How unequally looks are spread over the candidates: 0 all alike, 1 one has all. */
  readonly gini: number;
  readonly overrun: {
    /** Answers beyond what can be looked through, as the engine's estimates promise them: what a ranking can avoid. */
    readonly planned: number;
    /** Answers that really found nobody to read them (mean of all replays): chance and errors of the estimate. */
    readonly unread: number;
  };
}

const REPLAYS = 10;

/** Plays the same lists several times with the true opinions: who looks, answers, is read and accepted. */
export function outcomeOf(market: LatentMarket, lists: Lists, bounds: Bounds): Outcome {
  const totals = { matches: 0, candidates: 0, readers: 0, unread: 0 };
  for (let replay = 0; replay < REPLAYS; replay += 1) {
    const played = play(market, lists, bounds, seeded(1_000 + replay));
    totals.matches += played.matches / REPLAYS;
    totals.unread += played.unread / REPLAYS;
    totals.candidates += played.candidates / REPLAYS / market.size.candidates;
    totals.readers += played.readers / REPLAYS / market.size.readers;
  }
  const { looks, answers } = promised(market, lists);
  return {
    matches: totals.matches,
    coverage: { candidates: totals.candidates, readers: totals.readers },
    gini: gini([...looks]),
    overrun: {
      planned: answers.reduce((sum, expected) => sum + Math.max(0, expected - bounds.reviews), 0),
      unread: totals.unread,
    },
  };
}

function promised({ size, estimate }: LatentMarket, lists: Lists) {
  const [looks, answers] = [new Float64Array(size.candidates), new Float64Array(size.candidates)];
  for (const [reader, list] of lists.entries())
    for (const [at, candidate] of list.entries()) {
      looks[candidate]! += examination(at + 1);
      answers[candidate]! += examination(at + 1) * estimate.byLeft[reader * size.candidates + candidate]!;
    }
  return { looks, answers };
}

function play({ size, wants, welcomes }: LatentMarket, lists: Lists, bounds: Bounds, random: () => number) {
  const inboxes: { readonly reader: number; readonly arrives: number }[][] = Array.from(
    { length: size.candidates },
    () => [],
  );
  for (const [reader, list] of lists.entries())
    for (const [at, candidate] of list.entries()) {
      const answers = examination(at + 1) * wants[reader * size.candidates + candidate]!;
      const [answersIfBelow, arrives] = [random(), random()];
      if (answersIfBelow < answers) inboxes[candidate]!.push({ reader, arrives });
    }
  const matched = new Set<number>();
  const result = { matches: 0, candidates: 0, readers: 0, unread: 0 };
  for (const [candidate, inbox] of inboxes.entries()) {
    const read = inbox.sort((a, b) => a.arrives - b.arrives).slice(0, bounds.reviews);
    result.unread += inbox.length - read.length;
    let seats = bounds.seats;
    for (const { reader } of read) {
      if (random() >= welcomes[reader * size.candidates + candidate]!) continue;
      if (seats === 0) break;
      seats -= 1;
      matched.add(reader);
    }
    result.matches += bounds.seats - seats;
    if (seats < bounds.seats) result.candidates += 1;
  }
  result.readers = matched.size;
  return result;
}
