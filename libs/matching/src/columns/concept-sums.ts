import { FULL, type Answer } from './answers.js';
import { TABLE, type LookedUp } from './looked-up.js';
import type { RowBytes } from './row-bytes.js';
import { BLOCK } from './runs.js';
import { BEYOND, GROUP } from './wide-rows.js';

/** An answer of the rows, and what a full one is worth to the one who judges by it. */
interface Weighed {
  readonly column: number;
  readonly worth: number;
}

/** What the subject judges by, or a row. */
class Judge {
  readonly weighed: Weighed[] = [];
  /** How much of a score its judgement makes. */
  share = NaN;
  /** What the answers are worth that are not added up. */
  rest = 0;
}

/** Sums are counted in 16 bits. */
const LARGEST = 0xffff;
const LARGEST_BYTE = 0xff;
/** Rounding in doubles must not make a value more. */
const ROUNDING = 1e-9;
/** Where the largest sums are looked for: first so near to the best; so much of it further down stand twice as many. */
const NEAR_BEST = 0.825;
const DOUBLING = 0.04;
/** More answers by which one judges are not added up but taken for full; groups have fewer columns together. */
const MOST = 128;
const MOST_IN_GROUPS = 64;
const MOST_GROUPS = 8;

/* The desk: what is added up block by block, and what tells how. */
const OURS_AT = 0;
const SUMS_AT = OURS_AT + 2 * (BLOCK + BEYOND);
const HOPES_AT = SUMS_AT + 2 * (BLOCK + BEYOND);
const BEST_AT = HOPES_AT + 2 * (BLOCK + BEYOND);
const BESTS = 8;
const REACHING_AT = BEST_AT + 2 * BESTS;
const TERMS_AT = REACHING_AT + 4 * BLOCK;
const GROUPS_AT = TERMS_AT + 2 * 8 * MOST;
export const DESK = GROUPS_AT + MOST_GROUPS * GROUP.bytes + 4 * MOST_IN_GROUPS;

/**
 * What concepts are at most worth to a score, for each row of a block, and what can be hoped for when what
 * was looked up is counted, too: in whole numbers of which `unit` are 1. All is rounded up, so it is never less than it is worth.
 */
export class ConceptSums {
  /** What all that is added up together can at most be worth: to the subject, and to a row. */
  ourMost = 0;
  theirMost = 0;
  /** How many answers of rows were added up. */
  touched = 0;
  /** Rows that reach a bar, by `reach`. */
  reaching = new Uint32Array(0);
  private rows!: RowBytes;
  private buffer: ArrayBuffer | undefined;
  private ours = new Uint16Array(0);
  private sums = new Uint16Array(0);
  private bests = new Uint16Array(0);
  private words = new Int32Array(0);
  private tables = new Uint8Array(0);
  private first = 0;
  private unit = 1;
  /** What 1 of them is worth. */
  private whole = 1;
  /** What was added to all hopes, so that none is below 0. */
  private lifted = 0;
  private readonly we = new Judge();
  private readonly they = new Judge();
  private oursEnd = TERMS_AT;
  private termsEnd = TERMS_AT;
  private groupsEnd = GROUPS_AT;
  private least = NaN;
  private lookedUp: readonly LookedUp[] = [];

  clear(rows: RowBytes, lookedUp: readonly LookedUp[]): void {
    this.rows = rows;
    this.lookedUp = lookedUp;
    this.we.weighed.length = 0;
    this.they.weighed.length = 0;
    this.ourMost = 0;
    this.theirMost = 0;
    for (const { isOurs, mostWorth } of lookedUp)
      if (isOurs) this.ourMost += mostWorth;
      else this.theirMost += mostWorth;
    this.touched = 0;
    this.we.share = NaN;
  }

  /** What nobody answers is left out. */
  note({ column }: Answer, isOurs: boolean, worth: number): void {
    if (column !== undefined) this.judgeOf(isOurs).weighed.push({ column, worth });
  }

  /**
   * Adds up the rows of a block; they can be read until any other rows are added up. The shares are how much of a score what
   * it is worth to the subject, and to a row, at most makes; `least` is what a score has to be, or more.
   */
  add(from: number, to: number, ourShare: number, theirShare: number, least: number): void {
    this.sitDown();
    const { we, they, rows } = this;
    const isSame = ourShare === we.share && theirShare === they.share;
    if (!isSame) this.weigh(ourShare, theirShare);
    if (!isSame || least !== this.least) this.writeGroups(least);
    const { oursEnd, termsEnd, groupsEnd } = this;
    const [ours, sums, hopes] = [OURS_AT - 2 * from, SUMS_AT - 2 * from, HOPES_AT - 2 * from];
    if (!isSame || this.first !== from) {
      this.first = from;
      this.touched += (we.weighed.length + they.weighed.length) * (to - from);
      rows.add(ours, sums, TERMS_AT, oursEnd, termsEnd, from, to);
    }
    rows.hope(sums, hopes, GROUPS_AT, groupsEnd, from, to, BEST_AT);
  }

  /** What the concepts of a row are at most worth to the subject. */
  oursOf(row: number): number {
    return this.ours[row - this.first]! * this.whole + this.we.rest;
  }

  /** What those of the subject are at most worth to a row. */
  theirsOf(row: number): number {
    const at = row - this.first;
    return (this.sums[at]! - this.ours[at]!) * this.whole + this.they.rest;
  }

  /** Notes in `reaching` the rows to which concepts and what was looked up are perhaps worth as much; answers how many. */
  reach(from: number, to: number, worth: number): number {
    const bar = Math.max(0, Math.floor((worth + this.lifted - this.we.rest - this.they.rest) * this.unit));
    return bar > LARGEST ? 0 : this.reachSum(from, to, bar);
  }

  /** The same for at least `few` rows, those with the largest sums, or somewhat more; none if there are not many more. */
  reachLargest(from: number, to: number, few: number): number {
    if (to - from < 4 * few) return 0;
    let best = 0;
    for (let at = 0; at < BESTS; at += 1) best = Math.max(best, this.bests[at]!);
    let [low, high, bar] = [0, best + 1, Math.floor(best * NEAR_BEST)];
    for (;;) {
      const reached = this.reachSum(from, to, bar);
      if (reached >= few) low = bar;
      else high = bar;
      if (low === bar && (reached <= 2 * few || high - low === 1)) return reached;
      const middle = low + ((high - low) >>> 1);
      const further =
        bar + Math.round(best * DOUBLING * Math.log2(Math.max(reached, 1) / (few * Math.SQRT2)));
      bar = further > low && further < high ? further : middle;
    }
  }

  private reachSum(from: number, to: number, bar: number): number {
    const { first, rows } = this;
    return rows.reach(REACHING_AT, HOPES_AT + 2 * (from - first), HOPES_AT + 2 * (to - first), bar, from);
  }

  /** Another table has another desk, and one that was moved must be found again. */
  private sitDown(): void {
    const { buffer } = this.rows;
    if (buffer === this.buffer) return;
    this.buffer = buffer;
    this.ours = new Uint16Array(buffer, OURS_AT, BLOCK);
    this.sums = new Uint16Array(buffer, SUMS_AT, BLOCK);
    this.bests = new Uint16Array(buffer, BEST_AT, BESTS);
    this.words = new Int32Array(buffer, 0, DESK / 4);
    this.tables = new Uint8Array(buffer, 0, DESK);
    this.reaching = new Uint32Array(buffer, REACHING_AT, BLOCK);
  }

  private writeGroups(least: number): void {
    let at = GROUPS_AT;
    this.lifted = 0;
    for (const each of this.lookedUp) {
      if (each.mostWorth === 0 && each.mostLacking === 0) continue;
      const needed = Math.min(1, Math.max(0, least));
      this.lifted += needed * each.mostLacking;
      at = this.writeGroup(at, each, needed);
    }
    this.groupsEnd = at;
    this.least = least;
  }

  /**
   * A row that keeps the part `left` of its score needs `least / left` to reach `least`. What it needs more than `least` is
   * taken from what it is worth, and all are lifted by the most that can be taken.
   */
  private writeGroup(group: number, terms: LookedUp, least: number): number {
    const { words, tables, rows, unit } = this;
    const { worth, lacks, columns, mostLacking } = terms;
    const { share } = this.judgeOf(terms.isOurs);
    const weight = Math.ceil(((share * terms.mostWorth + mostLacking) * unit) / LARGEST_BYTE);
    const size = GROUP.bytes + 4 * columns.length;
    words[(group + GROUP.size) / 4] = size;
    words[(group + GROUP.weight) / 4] = weight;
    words[(group + GROUP.base) / 4] = terms.base;
    for (let sum = 0; sum < TABLE; sum += 1) {
      const value = share * worth[sum]! + least * (mostLacking - lacks[sum]!);
      tables[group + GROUP.table + sum] = weight === 0 ? 0 : Math.ceil((value * unit) / weight - ROUNDING);
    }
    const begin = (group + GROUP.bytes) / 4;
    for (let at = 0; at < columns.length; at += 1) words[begin + at] = rows.addressOf(columns[at]!, 0);
    return group + size;
  }

  private weigh(ourShare: number, theirShare: number): void {
    const { we, they } = this;
    we.share = ourShare;
    they.share = theirShare;
    let all = readMost(we) + readMost(they);
    for (const { isOurs, mostWorth, mostLacking } of this.lookedUp)
      all += mostWorth * this.judgeOf(isOurs).share + mostLacking;
    const added = Math.min(we.weighed.length, MOST) + Math.min(they.weighed.length, MOST);
    const rounding = MOST_GROUPS * LARGEST_BYTE + FULL * added;
    const unit = (LARGEST - rounding) / (all === 0 ? 1 : all);
    this.unit = unit;
    this.whole = 1 / unit;
    this.oursEnd = this.writeTerms(TERMS_AT, we);
    this.termsEnd = this.writeTerms(this.oursEnd, they);
  }

  /** Answers where the terms end. */
  private writeTerms(begin: number, { weighed, share }: Judge): number {
    const { words, rows, unit } = this;
    const count = Math.min(weighed.length, MOST);
    for (let at = 0; at < count; at += 1) {
      const { column, worth } = weighed[at]!;
      words[begin / 4 + 2 * at] = rows.addressOf(column, 0);
      words[begin / 4 + 2 * at + 1] = Math.ceil((worth * share * unit) / FULL);
    }
    return begin + 8 * count;
  }

  private judgeOf(isOurs: boolean): Judge {
    return isOurs ? this.we : this.they;
  }
}

/** What the answers that are added up can be worth together; notes what the others can. */
function readMost(judge: Judge): number {
  const { weighed, share } = judge;
  let [most, rest] = [0, 0];
  for (let at = 0; at < weighed.length; at += 1)
    if (at < MOST) most += weighed[at]!.worth * share;
    else rest += weighed[at]!.worth * share;
  judge.rest = rest;
  return most;
}
