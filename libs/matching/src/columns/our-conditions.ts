import type { MatchSpec } from '../spec.js';
import type { Codebook } from './codebook.js';
import type { CodedParty } from './coded-party.js';
import type { Columns } from './columns.js';
import { asMet, bySetting, Memo, Memos } from './memo.js';
import {
  capacityMet,
  judgeCertificates,
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
import { FEATURE, MONTHS_IN } from './statements.js';

const ALL_MONTHS = 12;

/**
 * What a subject asks of candidates beside concepts, and what unmet conditions leave of the score. Many candidates have
 * such a fact alike (a place, a list of languages, a season, a capacity), so each is judged once for all who ask for the
 * same, and of a row only the numbers of its facts are looked at.
 */
export class OurConditions {
  places = new Memo();
  /** The best of the places of each country. */
  countries = new Memo();
  languages = new Memo();
  capacities = new Memo();
  seasons = new Memo();
  private certificates = new Memo();
  private subject!: CodedParty;
  private columns!: Columns;
  private setting!: Setting;
  private readonly memosOf = bySetting(() => ({
    places: new Memos(),
    countries: new Memos(),
    languages: new Memos(),
    capacities: new Memos(),
    seasons: new Memos(),
    certificates: new Memos(),
  }));

  constructor(
    private readonly codes: Codebook,
    private readonly spec: MatchSpec,
  ) {}

  fill(subject: CodedParty, columns: Columns, setting: Setting): void {
    const { codes } = this;
    const memos = this.memosOf(setting);
    this.subject = subject;
    this.columns = columns;
    this.setting = setting;
    const { sought, capacityMin, requiredMonths, requiredCertificates } = subject;
    this.places = memos.places.of(sought, codes.places.size, (memo, first) => {
      this.notePlaces(memo, first);
    });
    this.countries = memos.countries.of(sought, codes.places.size, (memo) => {
      this.noteCountries(memo);
    });
    this.languages = memos.languages.of(lookedForBy(subject), codes.languageLists.size, (memo, first) => {
      this.noteLanguages(memo, first);
    });
    this.capacities = memos.capacities.of(capacityMin, codes.capacities.size, (memo, first) => {
      this.noteCapacities(memo, first);
    });
    this.seasons = memos.seasons.of(requiredMonths, codes.seasons.size, (memo, first) => {
      this.noteSeasons(memo, first);
    });
    this.certificates = memos.certificates.of(requiredCertificates, codes.certificateLists.size, asMet);
  }

  /** Notes what the facts of the rows are worth, and what they leave of the score. */
  compare({ rows, count, ours: values, ourLeft }: RowValues): void {
    const { places, languages, capacities, seasons, certificates } = this;
    const { look, facts } = this.columns;
    for (let each = 0; each < count; each += 1) {
      const row = rows[each]!;
      const at = row * LOOK;
      const place = look[at]!;
      const spoken = look[at + LOOK_AT.languages]!;
      const capacity = look[at + LOOK_AT.capacity]!;
      const season = look[at + LOOK_AT.season]!;
      const held = facts[row * FACTS + FACT_AT.certificates]!;
      if (certificates.isNew(held)) this.readCertificates(held);
      const value = each * FEATURES;
      values[value + FEATURE.place_sought] = places.worth[place]!;
      values[value + FEATURE.language_shared] = languages.worth[spoken]!;
      values[value + FEATURE.capacity_fits] = capacities.worth[capacity]!;
      values[value + FEATURE.season_fits] = seasons.worth[season]!;
      values[value + FEATURE.certificates_held] = certificates.worth[held]!;
      const most =
        languages.left[spoken]! *
        capacities.left[capacity]! *
        seasons.left[season]! *
        certificates.left[held]!;
      ourLeft[each] = this.leftByRare(row, most) * places.left[place]!;
    }
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

  private notePlaces(memo: Memo, first: number): void {
    const { codes, subject, spec, setting } = this;
    const sought = codes.soughtPlaces.of(subject.sought);
    for (let number = first; number < codes.places.size; number += 1) {
      const verdict = judgePlace(sought, codes.places.of(number), setting.subjectIsAsk, spec);
      this.note(memo, number, FEATURE.place_sought, verdict);
    }
  }

  private noteCountries(memo: Memo): void {
    const { codes, places } = this;
    memo.clear(codes.countries.size);
    for (let number = 0; number < codes.places.size; number += 1)
      memo.keepBest(codes.places.of(number).country, places.worth[number]!, places.left[number]!);
  }

  private noteLanguages(memo: Memo, first: number): void {
    const { codes, subject, spec } = this;
    const required = codes.languageLists.of(subject.requiredLanguages);
    const wanted = codes.languageLists.of(subject.languages);
    const weight = this.setting.subjectWeights[FEATURE.language_shared]!;
    noteLanguages(memo, first, codes, { required, wanted }, weight, spec);
  }

  private noteCapacities(memo: Memo, first: number): void {
    const { codes, subject } = this;
    const most = this.spec.penalties.capacity_too_small;
    const weight = this.setting.subjectWeights[FEATURE.capacity_fits]!;
    const needed = subject.capacityMin;
    for (let capacity = first; capacity < codes.capacities.size; capacity += 1) {
      const available = codes.capacities.of(capacity);
      const isAsked = needed > 0 && !Number.isNaN(available);
      const value = isAsked ? capacityMet(needed, available) : 0;
      memo.note(capacity, weight * value, isAsked ? leftBy(most * (1 - value)) : 1);
    }
  }

  private noteSeasons(memo: Memo, first: number): void {
    const { codes, subject } = this;
    const most = this.spec.penalties.season_closed;
    const needed = MONTHS_IN[subject.requiredMonths]!;
    for (let season = first; season < codes.seasons.size; season += 1) {
      const open = codes.seasons.of(season);
      const shared = MONTHS_IN[subject.requiredMonths & open]!;
      const isAsked = needed > 0 && open !== 0;
      const value = isAsked && needed < ALL_MONTHS ? shared / needed : 0;
      const left = isAsked ? leftBy(most * ((needed - shared) / needed)) : 1;
      this.note(memo, season, FEATURE.season_fits, { value, left });
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

/** A number of the languages that a subject looks for: those it requires, else its own. */
const lookedForBy = ({ requiredLanguages, languages }: CodedParty): number =>
  requiredLanguages === 0 ? 2 * languages : 2 * requiredLanguages + 1;
