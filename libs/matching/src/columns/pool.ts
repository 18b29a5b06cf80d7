interface Entry {
  readonly code: number;
  readonly weight: number;
}

const MOST_ENTRIES = 65_535;
const MOST_WEIGHTS = 256;

/**
 * The lists of all rows, one after the other: entry `i` of the pool is a code and the number of its weight. Weights
 * are few (declared, phrase, cue …), so each is kept once, exactly.
 */
export class Pool {
  codes = new Uint32Array(1024);
  weightCodes = new Uint8Array(1024);
  /** By weight number. */
  weights = new Float64Array(MOST_WEIGHTS);
  /** Where a row begins in the pool. */
  starts = new Uint32Array(64);
  /** Where each list of a row ends, counted from the row's beginning: `row · lists + list`. */
  ends: Uint16Array;
  private rows = 0;
  private used = 0;
  private readonly weightNumbers = new Map<number, number>();

  constructor(private readonly lists: number) {
    this.ends = new Uint16Array(64 * lists);
  }

  get bytes(): number {
    return this.used * (4 + 1) + this.rows * (4 + this.lists * 2);
  }

  append(lists: readonly (readonly Entry[])[]): void {
    const length = lists.reduce((sum, list) => sum + list.length, 0);
    if (length > MOST_ENTRIES) throw new RangeError(`A party lists at most ${MOST_ENTRIES} things.`);
    const weightNumbers = lists.map((list) => list.map(({ weight }) => this.weightNumber(weight)));
    this.reserve(length);
    const start = this.used;
    this.starts[this.rows] = start;
    for (const [number, list] of lists.entries()) {
      for (const [at, { code }] of list.entries()) {
        this.codes[this.used] = code;
        this.weightCodes[this.used] = weightNumbers[number]![at]!;
        this.used += 1;
      }
      this.ends[this.rows * this.lists + number] = this.used - start;
    }
    this.rows += 1;
  }

  /** Takes the last row back. */
  dropLast(): void {
    this.rows -= 1;
    this.used = this.starts[this.rows]!;
  }

  private weightNumber(weight: number): number {
    const known = this.weightNumbers.get(weight);
    if (known !== undefined) return known;
    const number = this.weightNumbers.size;
    if (number >= MOST_WEIGHTS) throw new RangeError(`There are at most ${MOST_WEIGHTS} different weights.`);
    this.weightNumbers.set(weight, number);
    this.weights[number] = weight;
    return number;
  }

  private reserve(length: number): void {
    while (this.used + length > this.codes.length) {
      this.codes = doubled(this.codes, new Uint32Array(this.codes.length * 2));
      this.weightCodes = doubled(this.weightCodes, new Uint8Array(this.weightCodes.length * 2));
    }
    if (this.rows >= this.starts.length) {
      this.starts = doubled(this.starts, new Uint32Array(this.starts.length * 2));
      this.ends = doubled(this.ends, new Uint16Array(this.ends.length * 2));
    }
  }
}

function doubled<A extends { set(values: A): void }>(values: A, twice: A): A {
  twice.set(values);
  return twice;
}
