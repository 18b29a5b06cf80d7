import type { MatchSpec } from '../spec.js';
import type { Codebook, CodedParty } from './codebook.js';
import type { Columns } from './columns.js';
import { Memo } from './memo.js';
import {
  capacityMet,
  judgeCertificates,
  judgeLanguages,
  judgePlace,
  leftBy,
  leftByBudget,
  leftByMode,
  type Verdict,
} from './pair-facts.js';
import type { Setting } from './settings.js';
import { FEATURE, MONTHS_IN, setsConditions } from './statements.js';

/**
 * What a subject asks of candidates beside concepts, and what unmet conditions leave of the score. Facts that many
 * candidates have alike (languages, place, certificates) are judged once per search, when they are first met.
 */
export class OurConditions {
  /** What the unmet conditions of the last row leave of the score. */
  readonly left = new Float64Array(1);
  private readonly places = new Memo();
  private readonly languages = new Memo();
  private readonly certificates = new Memo();
  /** By the number of the required months that a row works in. */
  private readonly seasons = new Memo();
  private subject!: CodedParty;
  private columns!: Columns;
  private setting!: Setting;
  private sets = false;

  constructor(
    private readonly codes: Codebook,
    private readonly spec: MatchSpec,
  ) {}

  fill(subject: CodedParty, columns: Columns, setting: Setting): void {
    this.subject = subject;
    this.columns = columns;
    this.setting = setting;
    this.sets = setsConditions(subject.wants);
    this.places.clear(this.codes.places.size);
    this.languages.clear(this.codes.languageLists.size);
    this.certificates.clear(this.codes.certificateLists.size);
    this.fillSeasons(MONTHS_IN[subject.requiredMonths]!);
  }

  /** Adds to `worth` what the row's facts are worth, and notes each in `values`. */
  add(row: number, worth: number, values: Float64Array): number {
    const { columns, languages, places } = this;
    const place = columns.place[row]!;
    if (places.isNew(place)) this.readPlace(place);
    const spoken = columns.languages[row]!;
    if (languages.isNew(spoken)) this.readLanguages(spoken);
    const byPlace = places.worth[place]!;
    const byLanguage = languages.worth[spoken]!;
    values[FEATURE.place_sought] = byPlace;
    values[FEATURE.language_shared] = byLanguage;
    const sum = worth + byPlace + byLanguage;
    if (this.sets) return this.addConditions(row, sum, values);
    values[FEATURE.capacity_fits] = 0;
    values[FEATURE.season_fits] = 0;
    values[FEATURE.certificates_held] = 0;
    this.left[0] = 1;
    return sum + values[FEATURE.addressed_to]!;
  }

  private addConditions(row: number, worth: number, values: Float64Array): number {
    const { columns, subject, certificates, seasons, left, spec } = this;
    const capacity = this.capacity(row);
    const open = columns.months[row]!;
    const shared = MONTHS_IN[subject.requiredMonths & open]!;
    const held = columns.certificates[row]!;
    if (certificates.isNew(held)) this.readCertificates(held);
    const byCapacity = capacity < 0 ? 0 : this.setting.subjectWeights[FEATURE.capacity_fits]! * capacity;
    const bySeason = open === 0 ? 0 : seasons.worth[shared]!;
    const byCertificates = certificates.worth[held]!;
    values[FEATURE.capacity_fits] = byCapacity;
    values[FEATURE.season_fits] = bySeason;
    values[FEATURE.certificates_held] = byCertificates;
    let rest = this.languages.left[columns.languages[row]!]!;
    if (capacity >= 0) rest *= leftBy(spec.penalties.capacity_too_small * (1 - capacity));
    if (open !== 0) rest *= seasons.left[shared]!;
    rest *= certificates.left[held]!;
    left[0] = this.leftByRare(row, rest) * this.places.left[columns.place[row]!]!;
    return worth + byCapacity + bySeason + byCertificates + values[FEATURE.addressed_to]!;
  }

  /** How much of the needed capacity the row has; below 0 when none is needed or it does not say. */
  private capacity(row: number): number {
    const needed = this.subject.capacityMin;
    const available = this.columns.capacityMax[row]!;
    return needed > 0 && !Number.isNaN(available) ? capacityMet(needed, available) : -1;
  }

  /** Ways of working and budgets: few state them. */
  private leftByRare(row: number, rest: number): number {
    const { subject, columns, codes, spec } = this;
    if (subject.requiredMode === 0 && subject.budget === 0) return rest;
    const byMode = leftByMode(subject.requiredMode, codes.modeLists.of(columns.modes[row]!), spec);
    const budgets = codes.budgets;
    return rest * byMode * leftByBudget(budgets.of(subject.budget), budgets.of(columns.budget[row]!), spec);
  }

  private readPlace(place: number): void {
    const { codes, subject, spec, setting } = this;
    const sought = codes.soughtPlaces.of(subject.sought);
    const verdict = judgePlace(sought, codes.places.of(place), setting.subjectIsAsk, spec);
    this.note(this.places, place, FEATURE.place_sought, verdict);
  }

  private readLanguages(spoken: number): void {
    const { codes, subject, spec } = this;
    const lists = codes.languageLists;
    const [required, own] = [lists.of(subject.requiredLanguages), lists.of(subject.languages)];
    const verdict = judgeLanguages(codes, required, own, lists.of(spoken), spec);
    this.note(this.languages, spoken, FEATURE.language_shared, verdict);
  }

  private readCertificates(held: number): void {
    const lists = this.codes.certificateLists;
    const verdict = judgeCertificates(
      lists.of(this.subject.requiredCertificates),
      lists.of(held),
      this.spec,
    );
    this.note(this.certificates, held, FEATURE.certificates_held, verdict);
  }

  private fillSeasons(needed: number): void {
    const { penalties } = this.spec;
    const isAsked = needed > 0 && needed < 12;
    this.seasons.clear(13);
    for (let shared = 0; shared <= needed; shared += 1) {
      const left = needed === 0 ? 1 : leftBy(penalties.season_closed * ((needed - shared) / needed));
      this.note(this.seasons, shared, FEATURE.season_fits, { value: isAsked ? shared / needed : 0, left });
    }
  }

  private note(memo: Memo, fact: number, feature: number, { value, left }: Verdict): void {
    memo.note(fact, this.setting.subjectWeights[feature]! * value, left);
  }
}
