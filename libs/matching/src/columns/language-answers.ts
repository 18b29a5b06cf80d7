import type { Codebook } from './codebook.js';
import type { RowBytes } from './row-bytes.js';
import { LOOK, LOOK_AT } from './row-facts.js';

/** A language serves fully, by half or not: what rows do for it is counted in halves. */
export const HALVES = 2;
/** What it does for rows that require several is a share, in twelfths, rounded up. */
export const TWELFTHS = 12;
/** Of rows that have stated no language nothing is asked. */
export const UNSTATED = 15;

interface Rows {
  readonly rows: number;
  readonly look: Uint32Array;
}

/** For each language that somebody looked for or spoke, a byte per row: how well the row serves it, or it the row. */
export class LanguageAnswers {
  /** Columns by language. */
  private readonly spoken: (number | undefined)[] = [];
  private readonly heard: (number | undefined)[] = [];

  constructor(
    private readonly codes: Codebook,
    private readonly rows: Rows,
    private readonly bytes: RowBytes,
  ) {}

  /** How well the languages of each row serve this one, in halves; `UNSTATED` where it has stated none. */
  servedBy(language: number): number {
    return (this.spoken[language] ??= this.column((row) => this.servedByRow(language, row)));
  }

  /** How far this language serves what each row requires, or else speaks, in twelfths. */
  serving(language: number): number {
    return (this.heard[language] ??= this.column((row) => this.servingRow(language, row)));
  }

  /** Follows a row that was appended. */
  append(row: number): void {
    for (const [language, column] of this.spoken.entries())
      if (column !== undefined) this.bytes.set(column, row, this.servedByRow(language, row));
    for (const [language, column] of this.heard.entries())
      if (column !== undefined) this.bytes.set(column, row, this.servingRow(language, row));
  }

  private column(of: (row: number) => number): number {
    const { bytes, rows } = this;
    const column = bytes.addColumn(rows.rows);
    for (let row = 0; row < rows.rows; row += 1) bytes.set(column, row, of(row));
    return column;
  }

  private servedByRow(language: number, row: number): number {
    const list = this.rows.look[row * LOOK + LOOK_AT.languages]!;
    return list === 0 ? UNSTATED : HALVES * this.best(language, list);
  }

  private servingRow(language: number, row: number): number {
    const { look } = this.rows;
    const required = look[row * LOOK + LOOK_AT.requiredLanguages]!;
    if (required === 0) return TWELFTHS * this.best(language, look[row * LOOK + LOOK_AT.languages]!);
    const wanted = this.codes.languageLists.of(required);
    let sum = 0;
    for (const one of wanted) sum += this.codes.languages.serves(one, language);
    return Math.ceil((TWELFTHS * sum) / wanted.length);
  }

  private best(language: number, list: number): number {
    return this.codes.languages.best(language, this.codes.languageLists.of(list));
  }
}
