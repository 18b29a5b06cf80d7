import { FULL, type Answer } from './answers.js';
import { BLOCK } from './runs.js';
import { wideMemory } from './wide-sums.js';

/** An answer of the rows, and what a full one is worth to the one who judges by it. */
interface Weighed {
  readonly answer: Answer;
  /** Whether the subject judges, or the row. */
  readonly isOurs: boolean;
  readonly worth: number;
}

/** Two rows stand in a word, each with a sum of 15 bits below a free one. */
const LARGEST = 0x7fff;
const FREE_LOW = 0x8000;
const FREE_HIGH = FREE_LOW << 16;
const FREE = FREE_LOW | FREE_HIGH;
/** The largest sum of whole weights, so that no sum runs over into the next row's. */
const WEIGHTS = Math.floor(LARGEST / FULL);
/** More answers than this are not added up but taken for full. */
const MOST = 256;

/* What is added up stands side by side in one memory: sums, terms, and the bytes of each. A search needs it for no longer than it takes to read the sums, so all have the same. */
const SUMS_AT = 0;
const TERMS_AT = SUMS_AT + 2 * BLOCK;
const BYTES_AT = TERMS_AT + 8 * MOST;
const { buffer, add } = wideMemory(BYTES_AT + BLOCK * MOST);
const sums = new Uint16Array(buffer, SUMS_AT, BLOCK);
const pairs = new Int32Array(buffer, SUMS_AT, BLOCK / 2);
const terms = new Int32Array(buffer, TERMS_AT, 2 * MOST);
const bytes = new Uint8Array(buffer);

/**
 * What concepts are at most worth to a score, for each row of a block, in whole numbers of which `unit` are 1: weights are
 * rounded up, so it is never less than they are worth.
 */
export class ConceptSums {
  /** What all concepts together can at most be worth: to the subject, and to a row. */
  ourMost = 0;
  theirMost = 0;
  /** How many answers of rows were added up. */
  touched = 0;
  private first = 0;
  private unit = 1;
  /** What is to be added to all sums: answers that were not added up. */
  private rest = 0;
  private weighed: Weighed[] = [];
  private readonly weights = new Int32Array(MOST);
  private ourShare = NaN;
  private theirShare = NaN;

  clear(): void {
    this.weighed = [];
    this.ourMost = 0;
    this.theirMost = 0;
    this.touched = 0;
    this.ourShare = NaN;
  }

  /** What nobody answers is left out. */
  note(answer: Answer, isOurs: boolean, worth: number): void {
    if (!answer.isEmpty) this.weighed.push({ answer, isOurs, worth });
  }

  /**
   * Adds up the rows of a block; they can be read until any other rows are added up. The shares are how much of a score what
   * it is worth to the subject, and to a row, at most makes.
   */
  add(from: number, to: number, ourShare: number, theirShare: number): void {
    if (ourShare !== this.ourShare || theirShare !== this.theirShare) this.weigh(ourShare, theirShare);
    const { weighed, weights } = this;
    const count = Math.min(weighed.length, MOST);
    this.first = from;
    this.touched += count * (to - from);
    if (count === 0) {
      sums.fill(0);
      return;
    }
    for (let at = 0; at < count; at += 1) {
      const rows = BYTES_AT + at * BLOCK;
      bytes.set(weighed[at]!.answer.bytes.subarray(from, to), rows);
      terms[2 * at] = rows;
      terms[2 * at + 1] = weights[at]!;
    }
    add(SUMS_AT, TERMS_AT, TERMS_AT + 8 * count, to - from);
  }

  /** What concepts are at most worth to a row. */
  of(row: number): number {
    return sums[row - this.first]! / this.unit + this.rest;
  }

  /** Notes in `reaching` the rows to which concepts are perhaps worth as much; answers how many. */
  reach(from: number, to: number, worth: number, reaching: Uint32Array): number {
    const { first } = this;
    const least = Math.max(0, Math.floor((worth - this.rest) * this.unit));
    if (least > LARGEST) return 0;
    const bars = least | (least << 16);
    const end = (to - 1 - first) >>> 1;
    let count = 0;
    for (let at = (from - first) >>> 1; at <= end; at += 1) {
      // Where a sum is as much, taking the bar away leaves the free bit above it.
      const reached = ((pairs[at]! | FREE) - bars) & FREE;
      if (reached === 0) continue;
      const row = first + 2 * at;
      if ((reached & FREE_LOW) !== 0 && row >= from) reaching[count++] = row;
      if ((reached & FREE_HIGH) !== 0 && row + 1 < to) reaching[count++] = row + 1;
    }
    return count;
  }

  private weigh(ourShare: number, theirShare: number): void {
    const { weighed, weights } = this;
    const part = ({ isOurs, worth }: Weighed): number => worth * (isOurs ? ourShare : theirShare);
    const added = weighed.slice(0, MOST);
    const all = added.reduce((sum, each) => sum + part(each), 0);
    const scale = all === 0 ? 1 : (WEIGHTS - added.length) / all;
    for (const [at, each] of added.entries()) weights[at] = Math.ceil(part(each) * scale);
    this.unit = scale * FULL;
    this.rest = weighed.slice(MOST).reduce((sum, each) => sum + part(each), 0);
    this.ourShare = ourShare;
    this.theirShare = theirShare;
  }
}
