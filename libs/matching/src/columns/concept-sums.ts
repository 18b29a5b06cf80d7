import type { CoverageTable } from './coverage-table.js';
import { SHARE_BITS, WHOLE, type Posting, type Postings } from './postings.js';
import { BLOCK } from './runs.js';

/** Sums are whole numbers, `UNIT` for 1: their order does not matter, and rounded up they stay upper bounds. */
export const UNIT = 2 ** 20;

/** A comparison of lists of concepts, and what it weighs to the subject and to a row. */
export interface Weighed {
  readonly table: CoverageTable;
  readonly ours: number;
  readonly theirs: number;
  /** Lists of a candidate: what it wants, and what it gives. */
  readonly wanted: number;
  readonly given: number;
}

/**
 * What concepts are at most worth to the subject (`2 · row`) and to each row of a block (`2 · row + 1`), added up mention by
 * mention over the rows that hold it. Several mentions that answer one wish are all counted, so it is never less than they
 * are worth.
 */
export class ConceptSums {
  readonly sums = new Int32Array(2 * BLOCK);
  /** What all concepts together can at most be worth: to the subject, and to a row. */
  ourMost = 0;
  theirMost = 0;
  /** How many entries of postings were read. */
  touched = 0;
  private readonly postings: Posting[] = [];
  /** What an entry of each posting is worth to the subject, and a part of `WHOLE` to the row. */
  private readonly ours: number[] = [];
  private readonly theirs: number[] = [];

  /** Finds out what mentions are worth. */
  fill(postings: Postings, comparisons: readonly Weighed[]): void {
    this.postings.length = 0;
    this.ours.length = 0;
    this.theirs.length = 0;
    this.touched = 0;
    this.ourMost = 0;
    this.theirMost = 0;
    for (const comparison of comparisons) this.meet(postings, comparison);
  }

  /** Adds up a block. */
  add(block: number): void {
    const { sums, postings, ours, theirs } = this;
    sums.fill(0);
    for (let at = 0; at < postings.length; at += 1) {
      const { begins, entries, size } = postings[at]!;
      if (block >= begins.length) continue;
      const from = begins[block]!;
      const to = block + 1 < begins.length ? begins[block + 1]! : size;
      this.touched += to - from;
      if (theirs[at] === 0) addOurs(sums, entries, from, to, ours[at]!);
      else if (ours[at] === 0) addTheirs(sums, entries, from, to, theirs[at]!);
      else addBoth(sums, entries, from, to, ours[at]!, theirs[at]!);
    }
  }

  private meet(postings: Postings, { table, ours, theirs, wanted, given }: Weighed): void {
    const isMutual = wanted === given;
    if (table.wishes > 0) this.ourMost += ours;
    if (table.gives > 0) this.theirMost += theirs;
    for (const mention of table.answering)
      this.note(
        postings.of(given, mention),
        ours * table.coveredBy(mention),
        isMutual ? theirs * table.answerTo(mention) : 0,
      );
    for (const mention of table.answered)
      if (!isMutual || table.coveredBy(mention) === 0)
        this.note(postings.of(wanted, mention), 0, theirs * table.answerTo(mention));
  }

  private note(posting: Posting | undefined, ours: number, theirs: number): void {
    if (posting === undefined) return;
    this.postings.push(posting);
    this.ours.push(Math.ceil(ours * UNIT));
    this.theirs.push(Math.ceil((theirs * UNIT) / WHOLE));
  }
}

const TO_PLACE = SHARE_BITS - 1;

function addOurs(sums: Int32Array, entries: Uint16Array, from: number, to: number, worth: number): void {
  for (let at = from; at < to; at += 1) sums[(entries[at]! >>> TO_PLACE) & ~1]! += worth;
}

function addTheirs(sums: Int32Array, entries: Uint16Array, from: number, to: number, worth: number): void {
  for (let at = from; at < to; at += 1) {
    const entry = entries[at]!;
    sums[(entry >>> TO_PLACE) | 1]! += worth * (entry & WHOLE);
  }
}

function addBoth(
  sums: Int32Array,
  entries: Uint16Array,
  from: number,
  to: number,
  ours: number,
  theirs: number,
): void {
  for (let at = from; at < to; at += 1) {
    const entry = entries[at]!;
    const place = (entry >>> TO_PLACE) & ~1;
    sums[place]! += ours;
    sums[place | 1]! += Math.imul(theirs, entry & WHOLE);
  }
}
