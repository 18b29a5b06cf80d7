import type { Codebook } from './codebook.js';
import { beginOf, LISTS, type ListNumber, type RowLists } from './lists.js';
import type { RowBytes } from './row-bytes.js';

/** An answer is a whole number up to `FULL`, rounded up; 30, because most certainties and shares are whole numbers of it. */
export const FULL = 30;
/** Rounding in doubles must not make an answer more. */
const ROUNDING = 1e-9;

/** How well each row answers a concept (`gives`), or what share of what it wishes the concept answers. */
export class Answer {
  /** The column of its bytes; undefined as long as no row answers. */
  column: number | undefined;

  constructor(
    readonly list: ListNumber,
    readonly concept: number,
    readonly gives: boolean,
  ) {}
}

/**
 * For each concept that somebody searched by, how all rows answer it: a byte per row, the dead ones included. What a search
 * has to add up for a row is then a handful of bytes that stand where those of its neighbours stand, whatever the row lists.
 */
export class Answers {
  private readonly given: Answer[][] = LISTS.map(() => []);
  private readonly wished: Answer[][] = LISTS.map(() => []);
  private readonly all: Answer[] = [];
  /** How well each mention answers, or is answered by, the concept that is being read. */
  private closeness = new Float64Array(0);

  constructor(
    private readonly codes: Codebook,
    private readonly rows: RowLists,
    private readonly bytes: RowBytes,
  ) {}

  /** How well, at best, what a row lists answers the concept. */
  givenTo(list: ListNumber, concept: number): Answer {
    return (this.given[list]![concept] ??= this.read(new Answer(list, concept, true)));
  }

  /** What share of what a row lists the concept answers. */
  wishedOf(list: ListNumber, concept: number): Answer {
    return (this.wished[list]![concept] ??= this.read(new Answer(list, concept, false)));
  }

  /** Follows a row that was appended. */
  append(row: number): void {
    for (const answer of this.all) this.readRows(answer, row, row + 1);
  }

  private read(answer: Answer): Answer {
    this.readRows(answer, 0, this.rows.rows);
    this.all.push(answer);
    return answer;
  }

  private readRows(answer: Answer, from: number, to: number): void {
    this.note(answer, true);
    const { gives, list } = answer;
    for (let row = from; row < to; row += 1)
      this.set(answer, row, gives ? this.bestOf(row, list) : this.shareOf(row, list));
    this.note(answer, false);
  }

  private set(answer: Answer, row: number, value: number): void {
    if (value === 0 && answer.column === undefined) return;
    answer.column ??= this.bytes.addColumn(this.rows.rows);
    this.bytes.set(answer.column, row, value > 0 ? Math.max(1, Math.ceil(value * FULL - ROUNDING)) : 0);
  }

  /** Notes how close all mentions are to the concept of an answer, or takes that back. */
  private note({ concept, gives }: Answer, isNoted: boolean): void {
    const { mentions, nearness } = this.codes;
    if (mentions.size > this.closeness.length) this.closeness = new Float64Array(2 * mentions.size);
    for (const near of nearness.of(concept))
      for (const mention of mentions.of(near.code))
        this.closeness[mention] = isNoted ? (gives ? near.answers : near.isAnswered) : 0;
  }

  private bestOf(row: number, list: ListNumber): number {
    const { lists, begins } = this.rows;
    const { weights } = this.codes.mentions;
    const begin = begins[row]!;
    const end = lists[begin + list]!;
    let best = 0;
    for (let at = beginOf(lists, begin, list); at < end; at += 1) {
      const mention = lists[at]!;
      best = Math.max(best, this.closeness[mention]! * weights[mention]!);
    }
    return best;
  }

  private shareOf(row: number, list: ListNumber): number {
    const { lists, begins } = this.rows;
    const { weights } = this.codes.mentions;
    const begin = begins[row]!;
    const end = lists[begin + list]!;
    let [sum, total] = [0, 0];
    for (let at = beginOf(lists, begin, list); at < end; at += 1) {
      const mention = lists[at]!;
      sum += this.closeness[mention]! * weights[mention]!;
      total += weights[mention]!;
    }
    return total === 0 ? 0 : sum / total;
  }
}
