import { FULL, type Answer } from './answers.js';
import type { RowBytes } from './row-bytes.js';
import { BLOCK } from './runs.js';
import { GROUP_BYTES, GROUP_TABLE } from './wide-rows.js';

/** An answer of the rows, and what a full one is worth to the one who judges by it. */
interface Weighed {
  readonly column: number;
  /** Whether the subject judges, or the row. */
  readonly isOurs: boolean;
  readonly worth: number;
}

/** The columns of several languages, and what it comes to, by the sum of a row's bytes in them. */
export interface SpokenTerms {
  readonly columns: readonly number[];
  /** What it is worth to the one who judges by it, and by how much what is left must be multiplied to make it whole again. */
  readonly worth: Float64Array;
  readonly lacks: Float64Array;
}

/** Sums are counted in 16 bits. */
const LARGEST = 0xffff;
const LARGEST_BYTE = 0xff;
/** More answers than this are not added up but taken for full; there are fewer languages in a sum that fits. */
const MOST = 256;
const MOST_LANGUAGES = 16;
/** Entries of a table, by sums of bytes. */
export const TABLE = 16;

/* The desk: what is added up block by block, and what tells how. Rows are read in sixteens. */
const GROUP = GROUP_BYTES + 4 * MOST_LANGUAGES;
const SUMS_AT = 0;
const HOPES_AT = SUMS_AT + 2 * (BLOCK + 16);
const REACHING_AT = HOPES_AT + 2 * (BLOCK + 16);
const TERMS_AT = REACHING_AT + 4 * BLOCK;
const OURS_AT = TERMS_AT + 8 * MOST;
const THEIRS_AT = OURS_AT + GROUP;
export const DESK = THEIRS_AT + GROUP;

/**
 * What concepts are at most worth to a score, for each row of a block, and what can be hoped for when languages are
 * counted, too: in whole numbers of which `unit` are 1. All is rounded up, so it is never less than it is worth.
 */
export class ConceptSums {
  /** What all concepts and languages together can at most be worth: to the subject, and to a row. */
  ourMost = 0;
  theirMost = 0;
  /** How many answers of rows were added up. */
  touched = 0;
  /** Rows that reach a bar, by `reach`. */
  reaching = new Uint32Array(0);
  private rows!: RowBytes;
  private buffer: ArrayBuffer | undefined;
  private sums = new Uint16Array(0);
  private words = new Int32Array(0);
  private tables = new Uint8Array(0);
  private first = 0;
  private unit = 1;
  /** What is to be added to all sums: answers that were not added up. */
  private rest = 0;
  /** What was added to all hopes, so that none is below 0. */
  private lifted = 0;
  private readonly weighed: Weighed[] = [];
  private readonly weights = new Int32Array(MOST);
  private ours!: SpokenTerms;
  private theirs!: SpokenTerms;
  private ourShare = NaN;
  private theirShare = NaN;

  clear(rows: RowBytes, ours: SpokenTerms, theirs: SpokenTerms): void {
    this.rows = rows;
    this.ours = ours;
    this.theirs = theirs;
    this.weighed.length = 0;
    this.ourMost = largestOf(ours.worth);
    this.theirMost = largestOf(theirs.worth);
    this.touched = 0;
    this.ourShare = NaN;
  }

  /** What nobody answers is left out. */
  note({ column }: Answer, isOurs: boolean, worth: number): void {
    if (column !== undefined) this.weighed.push({ column, isOurs, worth });
  }

  /**
   * Adds up the rows of a block; they can be read until any other rows are added up. The shares are how much of a score what
   * it is worth to the subject, and to a row, at most makes; `least` is what a score has to be, or more.
   */
  add(from: number, to: number, ourShare: number, theirShare: number, least: number): void {
    this.sitDown();
    if (ourShare !== this.ourShare || theirShare !== this.theirShare) this.weigh(ourShare, theirShare);
    const { weighed, weights, words, rows, ours, theirs } = this;
    const count = Math.min(weighed.length, MOST);
    this.first = from;
    this.touched += (count + ours.columns.length + theirs.columns.length) * (to - from);
    for (let at = 0; at < count; at += 1) {
      words[TERMS_AT / 4 + 2 * at] = rows.addressOf(weighed[at]!.column, from);
      words[TERMS_AT / 4 + 2 * at + 1] = weights[at]!;
    }
    const [needed, length] = [Math.max(0, least), to - from];
    const ourEnd = this.lookUp(OURS_AT, ours, from, ourShare, needed);
    const theirEnd = this.lookUp(THEIRS_AT, theirs, from, theirShare, needed);
    this.lifted = needed * (largestOf(ours.lacks) + largestOf(theirs.lacks));
    const termsEnd = TERMS_AT + 8 * count;
    rows.add(SUMS_AT, HOPES_AT, TERMS_AT, termsEnd, OURS_AT, ourEnd, THEIRS_AT, theirEnd, length);
  }

  /** What concepts are at most worth to a row. */
  of(row: number): number {
    return this.sums[row - this.first]! / this.unit + this.rest;
  }

  /** Notes in `reaching` the rows to which concepts and languages are perhaps worth as much; answers how many. */
  reach(from: number, to: number, worth: number): number {
    const bar = Math.max(0, Math.floor((worth + this.lifted - this.rest) * this.unit));
    return bar > LARGEST ? 0 : this.reachSum(from, to, bar);
  }

  /** The same for at least `few` rows, those with the largest sums, or somewhat more; none if there are not many more. */
  reachLargest(from: number, to: number, few: number): number {
    if (to - from < 4 * few) return 0;
    let [low, high, count] = [0, LARGEST + 1, to - from];
    while (count > 2 * few && high - low > 1) {
      const bar = (low + high) >>> 1;
      const reached = this.reachSum(from, to, bar);
      if (reached < few) high = bar;
      else [low, count] = [bar, reached];
    }
    return this.reachSum(from, to, low);
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
    this.sums = new Uint16Array(buffer, SUMS_AT, BLOCK);
    this.words = new Int32Array(buffer, 0, DESK / 4);
    this.tables = new Uint8Array(buffer, 0, DESK);
    this.reaching = new Uint32Array(buffer, REACHING_AT, BLOCK);
  }

  /**
   * Writes down what languages come to; answers where that ends. A row that keeps the part `left` of its score needs
   * `least / left`, so what it lacks is `least · (1 / left − 1)`: taken from what its languages are worth.
   */
  private lookUp(group: number, terms: SpokenTerms, from: number, share: number, least: number): number {
    const { words, tables, rows, unit } = this;
    const { worth, lacks, columns } = terms;
    const lacking = largestOf(lacks);
    const weight = Math.ceil(((share * largestOf(worth) + lacking) * unit) / LARGEST_BYTE);
    words[group / 4] = weight;
    for (let sum = 0; sum < TABLE; sum += 1) {
      const value = share * worth[sum]! + least * (lacking - lacks[sum]!);
      tables[group + GROUP_TABLE + sum] = weight === 0 ? 0 : Math.ceil((value * unit) / weight - 1e-9);
    }
    const begin = (group + GROUP_BYTES) / 4;
    for (let at = 0; at < columns.length; at += 1) words[begin + at] = rows.addressOf(columns[at]!, from);
    return group + GROUP_BYTES + 4 * columns.length;
  }

  private weigh(ourShare: number, theirShare: number): void {
    const { weighed, weights, ours, theirs } = this;
    const count = Math.min(weighed.length, MOST);
    let [all, rest] = [0, 0];
    for (let at = 0; at < weighed.length; at += 1) {
      const part = weighed[at]!.worth * (weighed[at]!.isOurs ? ourShare : theirShare);
      if (at < count) all += part;
      else rest += part;
    }
    all += ourShare * largestOf(ours.worth) + largestOf(ours.lacks);
    all += theirShare * largestOf(theirs.worth) + largestOf(theirs.lacks);
    const unit = (LARGEST - 2 * LARGEST_BYTE - FULL * count) / (all === 0 ? 1 : all);
    for (let at = 0; at < count; at += 1) {
      const part = weighed[at]!.worth * (weighed[at]!.isOurs ? ourShare : theirShare);
      weights[at] = Math.ceil((part * unit) / FULL);
    }
    this.unit = unit;
    this.rest = rest;
    this.ourShare = ourShare;
    this.theirShare = theirShare;
  }
}

function largestOf(values: Float64Array): number {
  let largest = 0;
  for (let at = 0; at < values.length; at += 1) largest = Math.max(largest, values[at]!);
  return largest;
}
