import { PARTY_KINDS, type Budget, type ConceptGraph, type MatchParty, type Weighted } from '../party.js';
import { isDemand, type MatchSpec } from '../spec.js';
import { Dictionary, Distinct, numberOfCodes } from './dictionary.js';
import { LIST, LISTS } from './lists.js';
import { Mentions } from './mentions.js';
import { Nearness } from './nearness.js';
import { SpokenLanguages } from './spoken-languages.js';
import { givesOf, wantsOf } from './statements.js';

/** A code and how much it is wanted. */
export interface Wish {
  readonly code: number;
  readonly weight: number;
}

export interface SoughtPlaces {
  readonly cities: readonly Wish[];
  readonly countries: readonly Wish[];
}

export interface Place {
  readonly country: number;
  readonly city: number;
}

/** Set beside the months, so that "open never" differs from "not stated". */
export const IS_STATED = 1;

/** A party in numbers; 0 (capacities: NaN and 0) means "not stated". Lists of codes are numbers of the codebook's. */
export interface CodedParty {
  readonly kind: number;
  readonly organization: number;
  /** Days as YYYYMMDD. */
  readonly from: number;
  readonly to: number;
  readonly place: number;
  readonly sought: number;
  readonly languages: number;
  readonly requiredLanguages: number;
  readonly certificates: number;
  readonly requiredCertificates: number;
  readonly modes: number;
  readonly requiredMode: number;
  /** Months 1..12 as bits 1..12, with `IS_STATED`. */
  readonly months: number;
  readonly requiredMonths: number;
  readonly capacityMax: number;
  readonly capacityMin: number;
  readonly budget: number;
  /** What it states as the one who is judged, and as the judge; see `statements.ts`. */
  readonly gives: number;
  readonly wants: number;
  /** Mentions by `LIST`. */
  readonly lists: readonly (readonly number[])[];
  /** Organizations that its text names. */
  readonly named: readonly number[];
}

/** Everything that is numbered, once for all parties of a market, and the parties read through it. */
export class Codebook {
  readonly concepts = new Dictionary();
  readonly countries = new Dictionary();
  readonly cities = new Dictionary();
  readonly organizations = new Dictionary();
  readonly modes = new Dictionary();
  readonly languages = new SpokenLanguages();
  readonly mentions = new Mentions();
  readonly places = new Distinct<Place>({ country: 0, city: 0 });
  readonly soughtPlaces = new Distinct<SoughtPlaces>({ cities: [], countries: [] });
  readonly languageLists = new Distinct<readonly number[]>([]);
  readonly certificateLists = new Distinct<readonly number[]>([]);
  readonly modeLists = new Distinct<readonly number[]>([]);
  readonly budgets = new Distinct<Budget | undefined>(undefined);
  readonly nearness: Nearness;

  constructor(graph: ConceptGraph, spec: MatchSpec) {
    this.nearness = new Nearness(this.concepts, graph, spec);
  }

  code(party: MatchParty): CodedParty {
    const { concepts, certificateLists, languageLists, period, modes } = this.partsOf(party);
    const held = party.concepts.certifications.map(({ id }) => concepts.code(id));
    const needed = (party.requiredCertifications ?? []).map((id) => concepts.code(id));
    const speak = (tags: readonly string[] = []): number =>
      numberOfCodes(
        languageLists,
        tags.map((tag) => this.languages.code(tag)),
      );
    const coded = {
      kind: PARTY_KINDS.indexOf(party.kind),
      organization: this.organizations.code(party.organizationId),
      from: dayNumber(period?.from),
      to: dayNumber(period?.to),
      place: this.placeOf(party),
      sought: this.soughtBy(party),
      languages: speak(party.languages),
      requiredLanguages: speak(party.requiredLanguages),
      certificates: numberOfCodes(certificateLists, held),
      requiredCertificates: numberOfCodes(certificateLists, needed),
      modes,
      requiredMode: party.requiredMode === undefined ? 0 : this.modes.code(party.requiredMode),
      months: party.months === undefined ? 0 : monthBits(party.months) | IS_STATED,
      requiredMonths: monthBits(party.requiredMonths),
      capacityMax: party.capacity?.max ?? NaN,
      capacityMin: party.capacity?.min ?? 0,
      budget: this.budgetOf(party.budget),
      lists: LISTS.map((of) => this.mentionsOf(of(party))),
      named: (party.namedPlaces ?? []).map(({ id }) => this.organizations.code(id)),
    };
    return { ...coded, gives: givesOf(coded), wants: wantsOf(coded, isDemand(party.kind)) };
  }

  private partsOf(party: MatchParty) {
    const { concepts, certificateLists, languageLists } = this;
    // 0 stands first, so that "works in no way" differs from "not stated".
    const modes =
      party.modes === undefined
        ? 0
        : numberOfCodes(this.modeLists, [0, ...party.modes.map((mode) => this.modes.code(mode))]);
    return { concepts, certificateLists, languageLists, period: party.period, modes };
  }

  private mentionsOf(list: readonly Weighted[]): number[] {
    return list.map(({ id, weight }) => this.mentions.number(this.concepts.code(id), weight));
  }

  private placeOf(party: MatchParty): number {
    const country = party.country === undefined ? 0 : this.countries.code(party.country);
    const city = party.city === undefined ? 0 : this.cities.code(party.city);
    return country === 0 && city === 0 ? 0 : this.places.number(`${country} ${city}`, { country, city });
  }

  private soughtBy({ sought }: MatchParty): number {
    const { cities = [], countries = [] } = sought ?? {};
    if (cities.length + countries.length === 0) return 0;
    const coded = { cities: wishes(this.cities, cities), countries: wishes(this.countries, countries) };
    return this.soughtPlaces.number(JSON.stringify(coded), coded);
  }

  private budgetOf(budget: Budget | undefined): number {
    if (budget === undefined) return 0;
    const { currency, minMinor, maxMinor } = budget;
    return this.budgets.number(`${currency} ${minMinor} ${maxMinor}`, budget);
  }
}

const wishes = (names: Dictionary, list: readonly Weighted[]): Wish[] =>
  list.map(({ id, weight }) => ({ code: names.code(id), weight }));

/** A date `YYYY-MM-DD` as the number YYYYMMDD: the same order. */
const dayNumber = (date: string | undefined): number =>
  date === undefined ? 0 : Number(date.replaceAll('-', ''));

const monthBits = (months: readonly number[] = []): number =>
  months.reduce((bits, month) => bits | (1 << month), 0);

/** The mentions of one list. */
export const listOf = (party: CodedParty, list: (typeof LIST)[keyof typeof LIST]): readonly number[] =>
  party.lists[list]!;
