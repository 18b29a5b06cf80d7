import type { Codebook } from './codebook.js';
import type { CodedParty } from './coded-party.js';
import { Distinct } from './dictionary.js';
import { setsConditions } from './statements.js';

/** Rows are added up block by block, few enough for the nearest memory. */
export const BLOCK = 2048;
/** A block of at least so many rows ends where rows have stated something else: then all its rows weigh concepts alike. */
const FEWEST = 128;

/** What the rows of a run have alike, side by side: `run · RUN + …`. */
export const RUN = 5;
export const RUN_AT = {
  /** Its first row. */
  start: 0,
  class: 1,
  languages: 2,
  requiredLanguages: 3,
  /** Where its rows want their counterpart, if they set conditions; else 0. */
  sought: 4,
} as const;

/** Classes have few facts, so that there are few: `class · CLASS + …`. */
export const CLASS = 3;
export const CLASS_AT = { gives: 0, wants: 1, country: 2 } as const;

function widened(values: Uint32Array, length: number): Uint32Array {
  if (length <= values.length) return values;
  const wider = new Uint32Array(2 * length);
  wider.set(values);
  return wider;
}

/**
 * Neighbouring rows that are alike in what they have stated, where they are and what they speak: much of a score is decided
 * for all of them at once. No run crosses the border of a block.
 */
export class Runs {
  facts: Uint32Array = new Uint32Array(64 * RUN);
  classes: Uint32Array = new Uint32Array(16 * CLASS);
  /** The run of each row. */
  ofRow: Uint32Array = new Uint32Array(64);
  /** The first run of each block, and its first row. */
  readonly ofBlock: number[] = [];
  readonly starts: number[] = [];
  size = 0;
  private rows = 0;
  private readonly numbered = new Distinct<undefined>(undefined);

  constructor(private readonly codes: Codebook) {}

  get classCount(): number {
    return this.numbered.size;
  }

  get bytes(): number {
    return this.facts.byteLength + this.rows * this.ofRow.BYTES_PER_ELEMENT;
  }

  /** By which parties are put in order before they are appended, so that runs are long. */
  classOf({ gives, wants, place }: CodedParty): number {
    const facts = [gives, wants, this.codes.places.of(place).country];
    const before = this.numbered.size;
    const number = this.numbered.number(facts.join(' '), undefined);
    if (number === before) {
      this.classes = widened(this.classes, (number + 1) * CLASS);
      this.classes.set(facts, number * CLASS);
    }
    return number;
  }

  /** Appends the next row. */
  append(party: CodedParty): void {
    const { languages, requiredLanguages, sought, wants } = party;
    const condition = setsConditions(wants) ? sought : 0;
    const run = [this.rows, this.classOf(party), languages, requiredLanguages, condition];
    const isNewBlock = this.endsBlock(party);
    if (isNewBlock) {
      this.ofBlock.push(this.size);
      this.starts.push(this.rows);
    }
    if (isNewBlock || !this.isLast(run)) this.begin(run);
    this.ofRow = widened(this.ofRow, this.rows + 1);
    this.ofRow[this.rows] = this.size - 1;
    this.rows += 1;
  }

  /** A fact of the run that holds a row. */
  factOf(row: number, fact: number): number {
    return this.facts[this.ofRow[row]! * RUN + fact]!;
  }

  /** A fact of the class of a row. */
  classFactOf(row: number, fact: number): number {
    return this.classes[this.factOf(row, RUN_AT.class) * CLASS + fact]!;
  }

  /** Whether the last block has to end before the next row. */
  private endsBlock({ gives, wants }: CodedParty): boolean {
    const length = this.rows - (this.starts.at(-1) ?? 0);
    if (length === 0 || length === BLOCK) return true;
    if (length < FEWEST) return false;
    const last = this.rows - 1;
    return (
      this.classFactOf(last, CLASS_AT.gives) !== gives || this.classFactOf(last, CLASS_AT.wants) !== wants
    );
  }

  private isLast(run: readonly number[]): boolean {
    const last = (this.size - 1) * RUN;
    return run.every((value, at) => at === RUN_AT.start || value === this.facts[last + at]);
  }

  private begin(run: readonly number[]): void {
    this.facts = widened(this.facts, (this.size + 1) * RUN);
    this.facts.set(run, this.size * RUN);
    this.size += 1;
  }
}
