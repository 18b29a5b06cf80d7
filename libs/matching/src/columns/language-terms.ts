import { SAME_BASE } from '../features/languages.js';
import { squared } from '../score/penalties.js';
import type { MatchSpec } from '../spec.js';
import { TABLE, type SpokenTerms } from './concept-sums.js';
import { HALVES, TWELFTHS, type LanguageAnswers } from './language-answers.js';
import { leftBy, type LookedFor } from './pair-facts.js';

/** What the languages of rows are worth to a subject, or its languages to them, by sums of their answers. */
export class LanguageTerms implements SpokenTerms {
  columns: readonly number[] = [];
  readonly worth = new Float64Array(TABLE);
  readonly lacks = new Float64Array(TABLE);

  constructor(private readonly spec: MatchSpec) {}

  /** Rows are asked for these languages, which count `weight`. */
  ask({ required, wanted }: LookedFor, answers: LanguageAnswers, weight: number): void {
    this.lacks.fill(0);
    if (required.length > 0) this.require(required, answers, weight);
    else {
      const best = (sum: number): number => Math.min(1, sum * SAME_BASE);
      this.note(wanted, (language) => answers.servedBy(language), weight, best);
    }
  }

  /** Rows ask for theirs, and are offered these. */
  offer(own: readonly number[], answers: LanguageAnswers, weight: number): void {
    this.lacks.fill(0);
    this.note(own, (language) => answers.serving(language), weight, (sum) => Math.min(1, sum / TWELFTHS));
  }

  private require(required: readonly number[], answers: LanguageAnswers, weight: number): void {
    const served = (sum: number): number => Math.min(1, sum / (HALVES * required.length));
    this.note(required, (language) => answers.servedBy(language), weight, served);
    if (this.columns.length === 0) return;
    for (let sum = 0; sum < TABLE; sum += 1)
      this.lacks[sum] = 1 / leftBy(this.spec.penalties.language_missing * squared(1 - served(sum))) - 1;
  }

  /** Of more languages than a sum tells apart nothing is known: they are worth all they can. */
  private note(
    languages: readonly number[],
    columnOf: (language: number) => number,
    weight: number,
    share: (sum: number) => number,
  ): void {
    const isTold = HALVES * languages.length < TABLE;
    this.columns = isTold ? languages.map(columnOf) : [];
    for (let sum = 0; sum < TABLE; sum += 1)
      this.worth[sum] = languages.length === 0 ? 0 : weight * (isTold ? share(sum) : 1);
  }
}
