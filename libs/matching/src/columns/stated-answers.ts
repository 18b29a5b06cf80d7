import type { Codebook } from './codebook.js';
import type { RowBytes } from './row-bytes.js';
import { LOOK, LOOK_AT } from './row-facts.js';

/** A language serves fully, by half or not: what rows do for it is counted in halves. */
export const HALVES = 2;
/** What it does for rows that require several is a share, in twelfths, rounded up. */
export const TWELFTHS = 12;
/** Of rows that have not stated it nothing is asked: no sum that means something is as large. */
const UNSTATED = 15;
/** Capacities are steps of an octave, rounded up. */
const STEPS_IN_OCTAVE = 8;
const LARGEST_CAPACITY = 0xff;
/** Enough for some sixty languages. */
const MOST_COLUMNS = 128;

interface Rows {
  readonly rows: number;
  readonly look: Uint32Array;
}

type OfRow = (look: Uint32Array, at: number) => number;

interface Column {
  readonly number: number;
  readonly of: OfRow;
}

/** What rows have stated beside concepts, a byte per row for each language or month that somebody looked for. */
export class StatedAnswers {
  private readonly columns = new Map<string, Column>();

  constructor(
    private readonly codes: Codebook,
    private readonly rows: Rows,
    private readonly bytes: RowBytes,
  ) {}

  /** The columns that tell how well the languages of rows serve each of these, in halves; none if they do not tell all. */
  servedBy(languages: readonly number[]): readonly number[] {
    return this.ofLanguages('served', languages, (language) => (look, at) => {
      const spoken = look[at + LOOK_AT.languages]!;
      return spoken === 0 ? UNSTATED : HALVES * this.best(language, spoken);
    });
  }

  /** The same of how far each of these serves what rows require, or else speak, in twelfths. */
  serving(own: readonly number[]): readonly number[] {
    const { languages, languageLists } = this.codes;
    return this.ofLanguages('serving', own, (language) => (look, at) => {
      const required = look[at + LOOK_AT.requiredLanguages]!;
      if (required === 0) return TWELFTHS * this.best(language, look[at + LOOK_AT.languages]!);
      const wanted = languageLists.of(required);
      let sum = 0;
      for (const one of wanted) sum += languages.serves(one, language);
      return Math.ceil((TWELFTHS * sum) / wanted.length);
    });
  }

  /** The column that tells who is open in a month, 1..12. */
  openIn(month: number): number {
    return this.column(`open ${month}`, (look, at) => {
      const season = look[at + LOOK_AT.season]!;
      return season === 0 ? UNSTATED : (this.codes.seasons.of(season) >>> month) & 1;
    });
  }

  /** The column of capacities, as `stepsOf`. */
  capacities(): number {
    return this.column('capacity', (look, at) =>
      stepsOf(this.codes.capacities.of(look[at + LOOK_AT.capacity]!)),
    );
  }

  /** Follows a row that was appended. */
  append(row: number): void {
    for (const { number, of } of this.columns.values())
      this.bytes.set(number, row, of(this.rows.look, row * LOOK));
  }

  private column(key: string, of: OfRow): number {
    const known = this.columns.get(key);
    if (known !== undefined) return known.number;
    const { rows, bytes } = this;
    const number = bytes.addColumn(rows.rows);
    for (let row = 0; row < rows.rows; row += 1) bytes.set(number, row, of(rows.look, row * LOOK));
    this.columns.set(key, { number, of });
    return number;
  }

  /** Anybody can state a language of their own making: such have no columns once there are many. */
  private ofLanguages(
    what: string,
    languages: readonly number[],
    of: (language: number) => OfRow,
  ): readonly number[] {
    const keys = languages.map((language) => `${what} ${language}`);
    if (this.columns.size >= MOST_COLUMNS && !keys.every((key) => this.columns.has(key))) return [];
    return languages.map((language, at) => this.column(keys[at]!, of(language)));
  }

  private best(language: number, list: number): number {
    return this.codes.languages.best(language, this.codes.languageLists.of(list));
  }
}

/** A capacity, in steps; who has stated none has the largest. */
export function stepsOf(capacity: number): number {
  if (Number.isNaN(capacity)) return LARGEST_CAPACITY;
  return Math.min(LARGEST_CAPACITY, Math.ceil(STEPS_IN_OCTAVE * Math.log2(Math.max(1, capacity))));
}

const CAPACITIES = Float64Array.from(
  { length: LARGEST_CAPACITY + 1 },
  (_, steps) => 2 ** (steps / STEPS_IN_OCTAVE),
);

/** The capacity that is so many steps. */
export const capacityAt = (steps: number): number => CAPACITIES[steps]!;
