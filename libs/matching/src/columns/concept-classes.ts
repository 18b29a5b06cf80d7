import { addAll, difference, intersection, type BitGroup, type Bits } from './bitmaps.js';
import type { Matrix } from './closeness-matrix.js';

/** A wanted concept and how much it counts. */
export interface Wanted {
  readonly code: number;
  readonly weight: number;
}

/** What coverage of the wanted concepts can be reached by candidates that do not hold them all. */
export interface Reach {
  /** Concepts that answer a wanted one, or are answered by it, without being it. */
  readonly codes: readonly number[];
  /** The most coverage for holders of `exact` of the wanted concepts themselves. */
  most(exact: number): number;
  /** The most coverage the other way, for those who hold none of them. */
  readonly back: number;
}

export function reachOf(
  wanted: readonly Wanted[],
  { values, mirrored, width }: Matrix,
  codes: number,
): Reach {
  const related = new Set<number>();
  const nearest = wanted.map(() => 0);
  let back = 0;
  for (const [at, { code }] of wanted.entries()) {
    for (let other = 1; other < codes; other += 1) {
      if (other === code) continue;
      const forth = values[code * width + other]!;
      const reverse = mirrored[code * width + other]!;
      if (forth === 0 && reverse === 0) continue;
      related.add(other);
      nearest[at] = Math.max(nearest[at]!, forth);
      back = Math.max(back, reverse);
    }
  }
  const total = wanted.reduce((sum, { weight }) => sum + weight, 0);
  const base = wanted.reduce((sum, { weight }, at) => sum + weight * nearest[at]!, 0);
  const gains = wanted.map(({ weight }, at) => weight * (1 - nearest[at]!)).sort((a, b) => b - a);
  return {
    codes: [...related],
    back,
    most: (exact) =>
      total === 0
        ? 1
        : Math.min(1, (base + gains.slice(0, exact).reduce((sum, gain) => sum + gain, 0)) / total),
  };
}

/** More shared concepts than this are one class. */
const MOST_COUNTED = 3;

export interface ConceptClasses {
  /** Holders of exactly 1, 2, … of the wanted concepts; the last: of that many or more. */
  readonly byCount: readonly Bits[];
  readonly related: Bits;
  /** Those who state something, but nothing that is near. */
  readonly strangers: Bits;
}

/** Parts the rows that state anything by how many of the wanted concepts they hold. */
export function exactCounts(
  rows: Bits,
  group: BitGroup,
  wanted: readonly Wanted[],
  relatedCodes: readonly number[],
): ConceptClasses {
  const codes = [...new Set(wanted.map(({ code }) => code))];
  const counted = Math.min(MOST_COUNTED, codes.length);
  const stating = intersection(rows, group.any);
  // atLeast[n]: rows that hold n or more of those looked at so far.
  const atLeast: Bits[] = [stating, ...Array.from({ length: counted }, () => new Uint32Array(rows.length))];
  for (const code of codes) {
    const holders = group.of(code);
    if (holders === undefined) continue;
    for (let n = counted; n > 0; n -= 1) addAll(atLeast[n]!, intersection(atLeast[n - 1]!, holders));
  }
  const near = new Uint32Array(rows.length);
  for (const code of relatedCodes) addAll(near, group.of(code));
  const none = difference(stating, atLeast[1]!);
  const related = intersection(none, near);
  return {
    byCount: atLeast
      .slice(1)
      .map((bits, at) => (at + 2 > counted ? bits : difference(bits, atLeast[at + 2]!))),
    related,
    strangers: difference(none, related),
  };
}
