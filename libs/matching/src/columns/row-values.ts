import { FEATURE_CODES } from '../spec.js';

/** Values of a row stand side by side, by `FEATURE_CODES`: `place · FEATURES + …`. */
export const FEATURES = FEATURE_CODES.length;

const FIRST_ROWS = 128;

/** Rows that are scored together: what is read to judge by one feature is then at hand for all of them. */
export class RowValues {
  rows = new Uint32Array(FIRST_ROWS);
  /** What each of them can at most score. */
  most = new Float64Array(FIRST_ROWS);
  count = 0;
  /** What each feature is worth, weight counted, to the subject and to the row. */
  ours = new Float64Array(FIRST_ROWS * FEATURES);
  theirs = new Float64Array(FIRST_ROWS * FEATURES);
  /** What unmet conditions leave of the score: those of the subject, and those of the row. */
  ourLeft = new Float64Array(FIRST_ROWS);
  theirLeft = new Float64Array(FIRST_ROWS);
  /** The two judgements; NaN where nothing could be compared. */
  ourJudgement = new Float64Array(FIRST_ROWS);
  theirJudgement = new Float64Array(FIRST_ROWS);

  /** Makes room for so many rows. */
  ensure(count: number): void {
    if (count > this.rows.length) this.grow(2 * count);
  }

  /** There are so many rows, of which nothing is known. */
  clear(count: number): void {
    this.count = count;
    this.ours.fill(0, 0, count * FEATURES);
    this.theirs.fill(0, 0, count * FEATURES);
  }

  private grow(room: number): void {
    this.rows = new Uint32Array(room);
    this.most = new Float64Array(room);
    this.ours = new Float64Array(room * FEATURES);
    this.theirs = new Float64Array(room * FEATURES);
    this.ourLeft = new Float64Array(room);
    this.theirLeft = new Float64Array(room);
    this.ourJudgement = new Float64Array(room);
    this.theirJudgement = new Float64Array(room);
  }
}
