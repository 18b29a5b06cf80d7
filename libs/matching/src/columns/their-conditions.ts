import type { MatchSpec } from '../spec.js';
import type { Codebook } from './codebook.js';
import type { CodedParty, Place } from './coded-party.js';
import type { Columns } from './columns.js';
import { asMet, bySetting, Memo, Memos } from './memo.js';
import {
  capacityMet,
  judgeCertificates,
  judgeLanguages,
  judgePlace,
  leftBy,
  leftByBudget,
  leftByMode,
  noteLanguages,
  type Verdict,
} from './pair-facts.js';
import { FACT_AT, FACTS, LOOK, LOOK_AT } from './row-facts.js';
import { FEATURES, type RowValues } from './row-values.js';
import type { Setting } from './settings.js';
import { FEATURE, MONTHS_IN, setsConditions } from './statements.js';

const ALL_MONTHS = 12;
const NONE: readonly number[] = [];
const NO_SEASON = { worth: 0, left: 1 };

/** What candidates ask of the subject beside concepts: the mirror of `OurConditions`, judged once per distinct wish. */
export class TheirConditions {
  /** By where a candidate seeks its counterpart; `isNew` until it is read. */
  places = new Memo();
  /** By what a candidate requires, and by what it speaks when it requires nothing. */
  private required = new Memo();
  spoken = new Memo();
  private certificates = new Memo();
  private subject!: CodedParty;
  private place!: Place;
  private columns!: Columns;
  private setting!: Setting;
  private readonly memosOf = bySetting(() => ({
    places: new Memos(),
    required: new Memos(),
    spoken: new Memos(),
    certificates: new Memos(),
  }));

  constructor(
    private readonly codes: Codebook,
    private readonly spec: MatchSpec,
  ) {}

  fill(subject: CodedParty, columns: Columns, setting: Setting): void {
    const { codes, spec } = this;
    const memos = this.memosOf(setting);
    this.subject = subject;
    this.place = codes.places.of(subject.place);
    this.columns = columns;
    this.setting = setting;
    this.places = memos.places.of(subject.place, codes.soughtPlaces.size, asMet);
    this.required = memos.required.of(subject.languages, codes.languageLists.size, asMet);
    this.certificates = memos.certificates.of(subject.certificates, codes.certificateLists.size, asMet);
    this.spoken = memos.spoken.of(subject.languages, codes.languageLists.size, (memo, first) => {
      const lookedFor = { required: NONE, wanted: codes.languageLists.of(subject.languages) };
      noteLanguages(memo, first, codes, lookedFor, setting.candidateWeights[FEATURE.language_shared]!, spec);
    });
  }

  /** Notes what the subject's facts are worth to the rows, and what they leave of the score. */
  compare(values: RowValues): void {
    const { rows, count, theirs, theirLeft } = values;
    const { runs, look } = this.columns;
    for (let each = 0; each < count; each += 1) {
      const at = rows[each]! * LOOK;
      const required = look[at + LOOK_AT.requiredLanguages]!;
      const value = each * FEATURES;
      theirs[value + FEATURE.place_sought] = this.placeWorth(look[at + LOOK_AT.sought]!);
      theirs[value + FEATURE.language_shared] = this.languageWorth(look[at + LOOK_AT.languages]!, required);
      theirLeft[each] = this.languageLeft(required);
      if (setsConditions(runs.wantsOf(look[at + LOOK_AT.class]!))) this.compareConditions(each, values);
    }
  }

  /** What it is worth that the subject is where the row wants its counterpart. */
  placeWorth(sought: number): number {
    if (this.places.isNew(sought)) this.readPlace(sought);
    return this.places.worth[sought]!;
  }

  /** What the languages of the subject are worth to who speaks and requires these. */
  languageWorth(spoken: number, required: number): number {
    if (required === 0) return this.spoken.worth[spoken]!;
    if (this.required.isNew(required)) this.readRequired(required);
    return this.required.worth[required]!;
  }

  /** What the languages of the subject leave of the score of those who require these. */
  languageLeft(required: number): number {
    if (required === 0) return 1;
    if (this.required.isNew(required)) this.readRequired(required);
    return this.required.left[required]!;
  }

  private compareConditions(each: number, { rows, theirs, theirLeft }: RowValues): void {
    const { certificates, spec } = this;
    const { facts, look } = this.columns;
    const row = rows[each]!;
    const at = row * FACTS;
    const value = each * FEATURES;
    const needed = facts[at + FACT_AT.requiredCertificates]!;
    if (certificates.isNew(needed)) this.readCertificates(needed);
    theirs[value + FEATURE.certificates_held] = certificates.worth[needed]!;
    let left = theirLeft[each]!;
    const capacity = this.capacity(row);
    if (capacity >= 0) {
      theirs[value + FEATURE.capacity_fits] =
        this.setting.candidateWeights[FEATURE.capacity_fits]! * capacity;
      left *= leftBy(spec.penalties.capacity_too_small * (1 - capacity));
    }
    const season = this.season(facts[at + FACT_AT.requiredMonths]!);
    theirs[value + FEATURE.season_fits] = season.worth;
    left *= season.left;
    left = this.leftByRare(facts, at, left * certificates.left[needed]!);
    theirLeft[each] = left * this.places.left[look[row * LOOK + LOOK_AT.sought]!]!;
  }

  private season(needed: number): { readonly worth: number; readonly left: number } {
    const count = MONTHS_IN[needed]!;
    const open = this.subject.months;
    if (count === 0 || open === 0) return NO_SEASON;
    const shared = MONTHS_IN[needed & open]!;
    const weight = this.setting.candidateWeights[FEATURE.season_fits]!;
    return {
      worth: count < ALL_MONTHS ? weight * (shared / count) : 0,
      left: leftBy(this.spec.penalties.season_closed * ((count - shared) / count)),
    };
  }

  private capacity(row: number): number {
    const needed = this.columns.capacityMin[row]!;
    const available = this.subject.capacityMax;
    return needed > 0 && !Number.isNaN(available) ? capacityMet(needed, available) : -1;
  }

  private leftByRare(facts: Uint32Array, at: number, rest: number): number {
    const { subject, codes, spec } = this;
    const mode = facts[at + FACT_AT.requiredMode]!;
    const budget = facts[at + FACT_AT.budget]!;
    if (mode === 0 && budget === 0) return rest;
    const byMode = leftByMode(mode, codes.modeLists.of(subject.modes), spec);
    return rest * byMode * leftByBudget(codes.budgets.of(budget), codes.budgets.of(subject.budget), spec);
  }

  readPlace(sought: number): void {
    const { codes, setting, spec } = this;
    const wishes = codes.soughtPlaces.of(sought);
    const verdict = judgePlace(wishes, this.place, setting.candidatesAreAsks, spec);
    this.note(this.places, sought, FEATURE.place_sought, verdict);
  }

  private readRequired(required: number): void {
    const { codes, spec, subject } = this;
    const lists = codes.languageLists;
    const verdict = judgeLanguages(codes, lists.of(required), NONE, lists.of(subject.languages), spec);
    this.note(this.required, required, FEATURE.language_shared, verdict);
  }

  private readCertificates(needed: number): void {
    const { codes, spec, subject } = this;
    const lists = codes.certificateLists;
    const verdict = judgeCertificates(lists.of(needed), lists.of(subject.certificates), spec);
    this.note(this.certificates, needed, FEATURE.certificates_held, verdict);
  }

  private note(memo: Memo, fact: number, feature: number, { value, left }: Verdict): void {
    memo.note(fact, this.setting.candidateWeights[feature]! * value, left);
  }
}
