import type { MatchSpec } from '../spec.js';
import type { Codebook } from './codebook.js';
import type { CodedParty } from './coded-party.js';
import type { Columns } from './columns.js';
import { LanguageMemos } from './language-memos.js';
import { Memo } from './memo.js';
import {
  capacityMet,
  judgeCertificates,
  judgePlace,
  leftBy,
  leftByBudget,
  leftByMode,
  type Verdict,
} from './pair-facts.js';
import { FACT_AT, FACTS, LOOK, LOOK_AT } from './row-facts.js';
import type { Setting } from './settings.js';
import { FEATURE, MONTHS_IN } from './statements.js';

const ALL_MONTHS = 12;

/**
 * What a subject asks of candidates beside concepts, and what unmet conditions leave of the score. Many candidates have
 * such a fact alike (a place, a list of languages, a season, a capacity), so each is judged once per search, and of a
 * row only the numbers of its facts are looked at.
 */
export class OurConditions {
  readonly places = new Memo();
  /** The best of the places of each country. */
  readonly countries = new Memo();
  languages = new Memo();
  readonly capacities = new Memo();
  readonly seasons = new Memo();
  /** What the unmet conditions of the last row leave of the score. */
  readonly left = new Float64Array(1);
  private readonly certificates = new Memo();
  private subject!: CodedParty;
  private columns!: Columns;
  private setting!: Setting;
  private readonly languageMemos: LanguageMemos;

  constructor(
    private readonly codes: Codebook,
    private readonly spec: MatchSpec,
  ) {
    this.languageMemos = new LanguageMemos(codes, spec);
  }

  fill(subject: CodedParty, columns: Columns, setting: Setting): void {
    this.subject = subject;
    this.columns = columns;
    this.setting = setting;
    this.fillPlaces();
    this.fillLanguages();
    this.fillCapacities();
    this.fillSeasons();
    this.certificates.clear(this.codes.certificateLists.size);
  }

  /** Adds to `worth` what the row's facts are worth, and notes each in `values`. */
  add(row: number, worth: number, values: Float64Array): number {
    const { places, languages, capacities, seasons, certificates } = this;
    const { look, facts } = this.columns;
    const at = row * LOOK;
    const place = look[at]!;
    const spoken = look[at + LOOK_AT.languages]!;
    const capacity = look[at + LOOK_AT.capacity]!;
    const season = look[at + LOOK_AT.season]!;
    const held = facts[row * FACTS + FACT_AT.certificates]!;
    if (certificates.isNew(held)) this.readCertificates(held);
    values[FEATURE.place_sought] = places.worth[place]!;
    values[FEATURE.language_shared] = languages.worth[spoken]!;
    values[FEATURE.capacity_fits] = capacities.worth[capacity]!;
    values[FEATURE.season_fits] = seasons.worth[season]!;
    values[FEATURE.certificates_held] = certificates.worth[held]!;
    const most =
      languages.left[spoken]! * capacities.left[capacity]! * seasons.left[season]! * certificates.left[held]!;
    this.left[0] = this.leftByRare(row, most) * places.left[place]!;
    return (
      worth +
      places.worth[place]! +
      languages.worth[spoken]! +
      capacities.worth[capacity]! +
      seasons.worth[season]! +
      certificates.worth[held]! +
      values[FEATURE.addressed_to]!
    );
  }

  /** Ways of working and budgets: few state them. */
  private leftByRare(row: number, rest: number): number {
    const { subject, codes, spec } = this;
    if (subject.requiredMode === 0 && subject.budget === 0) return rest;
    const { facts } = this.columns;
    const modes = codes.modeLists.of(facts[row * FACTS + FACT_AT.modes]!);
    const budget = codes.budgets.of(facts[row * FACTS + FACT_AT.budget]!);
    const byMode = leftByMode(subject.requiredMode, modes, spec);
    return rest * byMode * leftByBudget(codes.budgets.of(subject.budget), budget, spec);
  }

  private fillPlaces(): void {
    const { codes, subject, spec, setting, places, countries } = this;
    const sought = codes.soughtPlaces.of(subject.sought);
    const { size } = codes.places;
    places.clear(size);
    countries.clear(codes.countries.size);
    for (let number = 0; number < size; number += 1) {
      const place = codes.places.of(number);
      const verdict = judgePlace(sought, place, setting.subjectIsAsk, spec);
      this.note(places, number, FEATURE.place_sought, verdict);
      countries.keepBest(place.country, places.worth[number]!, verdict.left);
    }
  }

  private fillLanguages(): void {
    const { subject } = this;
    const { languageLists } = this.codes;
    const lookedFor = {
      required: languageLists.of(subject.requiredLanguages),
      wanted: languageLists.of(subject.languages),
    };
    const weight = this.setting.subjectWeights[FEATURE.language_shared]!;
    this.languages = this.languageMemos.of(lookedFor, weight);
  }

  private fillCapacities(): void {
    const { codes, subject, capacities } = this;
    const { size } = codes.capacities;
    const most = this.spec.penalties.capacity_too_small;
    const weight = this.setting.subjectWeights[FEATURE.capacity_fits]!;
    const needed = subject.capacityMin;
    capacities.clear(size);
    for (let capacity = 0; capacity < size; capacity += 1) {
      const available = codes.capacities.of(capacity);
      const isAsked = needed > 0 && !Number.isNaN(available);
      const value = isAsked ? capacityMet(needed, available) : 0;
      capacities.note(capacity, weight * value, isAsked ? leftBy(most * (1 - value)) : 1);
    }
  }

  private fillSeasons(): void {
    const { codes, subject, seasons } = this;
    const { size } = codes.seasons;
    const most = this.spec.penalties.season_closed;
    const needed = MONTHS_IN[subject.requiredMonths]!;
    seasons.clear(size);
    for (let season = 0; season < size; season += 1) {
      const open = codes.seasons.of(season);
      const shared = MONTHS_IN[subject.requiredMonths & open]!;
      const isAsked = needed > 0 && open !== 0;
      const value = isAsked && needed < ALL_MONTHS ? shared / needed : 0;
      const left = isAsked ? leftBy(most * ((needed - shared) / needed)) : 1;
      this.note(seasons, season, FEATURE.season_fits, { value, left });
    }
  }

  private readCertificates(held: number): void {
    const lists = this.codes.certificateLists;
    const needed = lists.of(this.subject.requiredCertificates);
    const verdict = judgeCertificates(needed, lists.of(held), this.spec);
    this.note(this.certificates, held, FEATURE.certificates_held, verdict);
  }

  private note(memo: Memo, fact: number, feature: number, { value, left }: Verdict): void {
    memo.note(fact, this.setting.subjectWeights[feature]! * value, left);
  }
}
