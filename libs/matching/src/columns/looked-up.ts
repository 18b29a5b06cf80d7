import { SAME_BASE } from '../features/languages.js';
import { squared } from '../score/penalties.js';
import type { MatchSpec } from '../spec.js';
import type { Codebook } from './codebook.js';
import type { CodedParty } from './coded-party.js';
import { capacityMet, leftBy } from './pair-facts.js';
import type { Setting } from './settings.js';
import { capacityAt, HALVES, stepsOf, TWELFTHS, type StatedAnswers } from './stated-answers.js';
import { FEATURE, MONTHS_IN } from './statements.js';

/** Sums of answers are told apart up to here. */
export const TABLE = 16;
const LAST = TABLE - 1;
const ALL_MONTHS = 12;
const MONTHS = Array.from({ length: ALL_MONTHS }, (_, at) => at + 1);

/** What something stated comes to, by the sum of a row's answers, less `base`, but at most the last of the table. */
export class LookedUp {
  columns: readonly number[] = [];
  base = 0;
  /** What it is worth to the one who judges by it. */
  readonly worth = new Float64Array(TABLE);
  /** By how much more a row must be worth to make up for what is left of its score: 1 / left − 1. */
  readonly lacks = new Float64Array(TABLE);

  mostWorth = 0;
  mostLacking = 0;

  /** `isOurs`: the subject judges. */
  constructor(readonly isOurs: boolean) {}

  /** Nothing is asked. */
  clear(): void {
    this.columns = [];
    this.base = 0;
    this.mostWorth = 0;
    this.mostLacking = 0;
  }

  /** `valueOf` and `leftOf` a sum, both never falling. */
  fill(
    columns: readonly number[],
    weight: number,
    valueOf: (sum: number) => number,
    leftOf?: (value: number) => number,
  ): void {
    this.columns = columns;
    for (let sum = 0; sum < TABLE; sum += 1) {
      const value = Math.min(1, valueOf(sum));
      this.worth[sum] = weight * value;
      this.lacks[sum] = leftOf === undefined ? 0 : 1 / leftOf(value) - 1;
    }
    this.mostWorth = this.worth[LAST]!;
    this.mostLacking = this.lacks[0]!;
  }
}

/** What a subject asks of the rows beside concepts, or they of it, as far as sums of a few bytes can tell. */
export class LookedUpFacts {
  readonly ourLanguages = new LookedUp(true);
  readonly theirLanguages = new LookedUp(false);
  readonly months = new LookedUp(true);
  readonly capacity = new LookedUp(true);
  readonly all = [this.ourLanguages, this.theirLanguages, this.months, this.capacity];

  constructor(
    private readonly codes: Codebook,
    private readonly spec: MatchSpec,
  ) {}

  fill(subject: CodedParty, stated: StatedAnswers, setting: Setting): void {
    for (const each of this.all) each.clear();
    this.askForLanguages(subject, stated, setting.subjectWeights[FEATURE.language_shared]!);
    this.offerLanguages(subject, stated, setting.candidateWeights[FEATURE.language_shared]!);
    this.askForMonths(subject.requiredMonths, stated, setting.subjectWeights[FEATURE.season_fits]!);
    this.askForCapacity(subject.capacityMin, stated, setting.subjectWeights[FEATURE.capacity_fits]!);
  }

  private askForLanguages(subject: CodedParty, stated: StatedAnswers, weight: number): void {
    const { languageLists } = this.codes;
    const required = languageLists.of(subject.requiredLanguages);
    const wanted = required.length > 0 ? required : languageLists.of(subject.languages);
    if (wanted.length === 0) return;
    const columns = isTold(wanted) ? stated.servedBy(wanted) : [];
    if (columns.length === 0) this.ourLanguages.fill(columns, weight, () => 1);
    else if (required.length === 0) this.ourLanguages.fill(columns, weight, (sum) => sum * SAME_BASE);
    else {
      const share = this.spec.penalties.language_missing;
      const all = HALVES * required.length;
      this.ourLanguages.fill(
        columns,
        weight,
        (sum) => sum / all,
        (value) => leftBy(share * squared(1 - value)),
      );
    }
  }

  private offerLanguages(subject: CodedParty, stated: StatedAnswers, weight: number): void {
    const own = this.codes.languageLists.of(subject.languages);
    if (own.length === 0) return;
    const columns = isTold(own) ? stated.serving(own) : [];
    this.theirLanguages.fill(columns, weight, (sum) => (columns.length === 0 ? 1 : sum / TWELFTHS));
  }

  private askForMonths(required: number, stated: StatedAnswers, weight: number): void {
    const needed = MONTHS_IN[required]!;
    if (needed === 0) return;
    const columns = MONTHS.filter((month) => ((required >>> month) & 1) === 1).map((month) =>
      stated.openIn(month),
    );
    const share = this.spec.penalties.season_closed;
    const worth = needed < ALL_MONTHS ? weight : 0;
    this.months.fill(
      columns,
      worth,
      (sum) => sum / needed,
      (value) => leftBy(share * (1 - value)),
    );
  }

  /** The steps below what is needed are told apart. */
  private askForCapacity(needed: number, stated: StatedAnswers, weight: number): void {
    if (needed <= 0) return;
    const share = this.spec.penalties.capacity_too_small;
    const base = Math.max(0, stepsOf(needed) - LAST);
    const most = (sum: number): number => capacityMet(needed, capacityAt(base + sum));
    this.capacity.fill(
      [stated.capacities()],
      weight,
      (sum) => (sum === LAST ? 1 : most(sum)),
      (value) => leftBy(share * (1 - value)),
    );
    this.capacity.base = base;
  }
}

/** Of so many languages sums can tell how many are served. */
const isTold = (languages: readonly number[]): boolean => HALVES * languages.length < TABLE;
