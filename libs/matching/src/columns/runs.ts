import type { Codebook } from './codebook.js';
import type { CodedParty } from './coded-party.js';
import { Distinct } from './dictionary.js';

/** Rows are added up block by block, few enough for the nearest memory. */
export const BLOCK = 2048;
/** A block of at least so many rows ends where rows have stated something else: then all its rows weigh concepts alike. */
const FEWEST = 128;

/** A run: its first row and its class: `run · RUN + …`. */
export const RUN = 2;
export const RUN_CLASS = 1;

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
 * Neighbouring rows that are alike in what they have stated and in which country they are: much of a score is decided for
 * all of them at once. No run crosses the border of a block.
 */
export class Runs {
  facts: Uint32Array = new Uint32Array(64 * RUN);
  classes: Uint32Array = new Uint32Array(16 * CLASS);
  /** The first run of each block, and its first row. */
  readonly ofBlock: number[] = [];
  readonly starts: number[] = [];
  size = 0;
  private rows = 0;
  private last = -1;
  private readonly numbered = new Distinct<undefined>(undefined);

  constructor(private readonly codes: Codebook) {}

  get classCount(): number {
    return this.numbered.size;
  }

  get bytes(): number {
    return this.size * RUN * this.facts.BYTES_PER_ELEMENT;
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

  givesOf(rowClass: number): number {
    return this.classes[rowClass * CLASS]!;
  }

  wantsOf(rowClass: number): number {
    return this.classes[rowClass * CLASS + CLASS_AT.wants]!;
  }

  /** Appends the next row. */
  append(rowClass: number): void {
    const isNewBlock = this.endsBlock(rowClass);
    if (isNewBlock) {
      this.ofBlock.push(this.size);
      this.starts.push(this.rows);
    }
    if (isNewBlock || rowClass !== this.last) {
      this.facts = widened(this.facts, (this.size + 1) * RUN);
      this.facts.set([this.rows, rowClass], this.size * RUN);
      this.size += 1;
    }
    this.last = rowClass;
    this.rows += 1;
  }

  /** Whether the last block has to end before the next row. */
  private endsBlock(rowClass: number): boolean {
    const length = this.rows - (this.starts.at(-1) ?? 0);
    if (length === 0 || length === BLOCK) return true;
    if (length < FEWEST) return false;
    const { last } = this;
    return this.givesOf(last) !== this.givesOf(rowClass) || this.wantsOf(last) !== this.wantsOf(rowClass);
  }
}
