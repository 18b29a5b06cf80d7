import { addAll, type BitGroup, type BitPool, type Bits } from './bitmaps.js';
import type { Codebook } from './codebook.js';

/** What coverage of the wanted concepts can be reached by candidates that do not hold them all. */
export interface Reach {
  /** The wanted concepts, each once. */
  readonly wanted: readonly number[];
  /** Concepts that answer a wanted one, or are answered by it, without being it. */
  readonly related: readonly number[];
  /** The most coverage for holders of `exact` of the wanted concepts themselves. */
  most(exact: number): number;
  /** The most coverage the other way, for those who hold none of them. */
  readonly back: number;
}

/** `mentions`: what is wanted. */
export function reachOf(mentions: readonly number[], codes: Codebook): Reach {
  const { concepts, weights } = codes.mentions;
  const related = new Set<number>();
  const gains: number[] = [];
  let back = 0;
  let total = 0;
  let base = 0;
  for (const mention of mentions) {
    const wanted = concepts[mention]!;
    const weight = weights[mention]!;
    let nearest = 0;
    for (const { code, answers, isAnswered } of codes.nearness.of(wanted)) {
      if (code === wanted) continue;
      related.add(code);
      nearest = Math.max(nearest, answers);
      back = Math.max(back, isAnswered);
    }
    total += weight;
    base += weight * nearest;
    gains.push(weight * (1 - nearest));
  }
  gains.sort((a, b) => b - a);
  return {
    wanted: [...new Set(mentions.map((mention) => concepts[mention]!))],
    related: [...related],
    back,
    most: (exact) => {
      if (total === 0) return 1;
      let most = base;
      for (let at = 0; at < exact && at < gains.length; at += 1) most += gains[at]!;
      return Math.min(1, most / total);
    },
  };
}

/** More shared concepts than this are one class. */
const MOST_COUNTED = 3;

export interface ConceptClasses {
  /** Those who state nothing. */
  readonly silent: Bits;
  /** Holders of exactly 1, 2, … of the wanted concepts; the last: of that many or more. */
  readonly byCount: readonly Bits[];
  readonly related: Bits;
  /** Those who state something, but nothing that is near. */
  readonly strangers: Bits;
}

/** Parts the rows by how many of the wanted concepts they hold. */
export function exactCounts(
  rows: Bits,
  group: BitGroup,
  { wanted, related }: Reach,
  pool: BitPool,
): ConceptClasses {
  const words = rows.length;
  const counted = Math.min(MOST_COUNTED, wanted.length);
  // byCount[n]: rows that hold n + 1 or more of those looked at so far.
  const byCount = Array.from({ length: counted }, () => pool.take());
  for (const code of wanted) count(byCount, group.of(code), rows);
  const near = pool.take();
  for (const code of related) addAll(near, group.of(code));
  const silent = pool.take();
  const strangers = pool.take();
  const held = byCount[0]!;
  for (let at = 0; at < words; at += 1) {
    const stating = rows[at]! & group.any[at]!;
    const none = stating & ~held[at]!;
    silent[at] = rows[at]! & ~stating;
    near[at]! &= none;
    strangers[at] = none & ~near[at]!;
  }
  for (let n = 0; n + 1 < counted; n += 1) {
    const [fewer, more] = [byCount[n]!, byCount[n + 1]!];
    for (let at = 0; at < words; at += 1) fewer[at]! &= ~more[at]!;
  }
  return { silent, byCount, related: near, strangers };
}

/** Counts one concept more for its holders. */
function count(atLeast: readonly Bits[], holders: Bits | undefined, rows: Bits): void {
  if (holders === undefined) return;
  for (let n = atLeast.length - 1; n > 0; n -= 1) {
    const [more, fewer] = [atLeast[n]!, atLeast[n - 1]!];
    for (let at = 0; at < more.length; at += 1) more[at]! |= fewer[at]! & holders[at]!;
  }
  const first = atLeast[0]!;
  for (let at = 0; at < first.length; at += 1) first[at]! |= holders[at]! & rows[at]!;
}
