import type { BitPool, Bits } from './bitmaps.js';
import { exactCounts, reachOf, type ConceptClasses } from './concept-classes.js';
import { LIST } from './lists.js';
import type { ClassInput } from './row-classes.js';
import { askedOf, FEATURE, weightOf } from './statements.js';

/** Two bitmaps tell four classes apart. */
interface Planes {
  readonly low: Bits;
  readonly high: Bits;
}

const CLASSES = 4;

/**
 * Candidates parted by markets in common and by what they seek of the subject's offers. Boxes would become too many by
 * these; a first look at a row reads them from bitmaps instead.
 */
export interface FineClasses {
  readonly markets: Planes;
  readonly seeks: Planes;
  /** What is at least lost of the score: `class by markets + 4 · class by seeks`. */
  readonly losses: Float64Array;
}

export function fineClassesOf(input: ClassInput): FineClasses {
  const { setting, subject, codes, rows, table, pool } = input;
  const ours =
    setting.subjectShare / weightOf(setting.subjectWeights, askedOf(setting.subjectAsks, subject.wants));
  const theirs = setting.candidateShare / weightOf(setting.candidateWeights, -1);
  const markets = subject.lists[LIST.markets]!;
  const offers = subject.lists[LIST.offers]!;
  const losses = new Float64Array(CLASSES * CLASSES);
  const add = (by: readonly number[], step: number): void => {
    for (let at = 0; at < losses.length; at += 1) losses[at]! += by[Math.floor(at / step) % CLASSES]!;
  };
  const none: Planes = { low: pool.take(), high: pool.take() };
  let [byMarkets, bySeeks] = [none, none];
  if (markets.length > 0) {
    const reach = reachOf(markets, codes);
    const [we, they] = [setting.subjectWeights, setting.candidateWeights].map(
      (weights) => weights[FEATURE.markets_in_common]!,
    ) as [number, number];
    const counted = exactCounts(rows, table.marks.markets, reach, pool);
    byMarkets = planesOf(counted, pool);
    add(
      [
        0,
        ours * we * (1 - reach.most(counted.byCount.length - 1)),
        ours * we * (1 - reach.most(0)) + theirs * they * (1 - reach.back),
        ours * we + theirs * they,
      ],
      1,
    );
  }
  if (offers.length > 0) {
    const reach = reachOf(offers, codes);
    const they = setting.candidateWeights[FEATURE.offer_meets_need]!;
    bySeeks = planesOf(exactCounts(rows, table.marks.seeks, reach, pool), pool);
    add([0, 0, theirs * they * (1 - reach.back), theirs * they], CLASSES);
  }
  return { markets: byMarkets, seeks: bySeeks, losses };
}

/** 0: silent, or all that is counted; 1: some of it; 2: only what is related; 3: nothing near. */
function planesOf({ byCount, related, strangers }: ConceptClasses, pool: BitPool): Planes {
  const [low, high] = [pool.take(), pool.take()];
  for (let at = 0; at < low.length; at += 1) {
    low[at] = strangers[at]!;
    high[at] = strangers[at]! | related[at]!;
  }
  for (const some of byCount.slice(0, -1)) for (let at = 0; at < low.length; at += 1) low[at]! |= some[at]!;
  return { low, high };
}
