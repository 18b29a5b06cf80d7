import { PARTY_KINDS, type Budget, type ConceptGraph, type MatchParty, type Weighted } from '../party.js';
import { soundParty } from '../sound-party.js';
import { isDemand, type MatchSpec } from '../spec.js';
import { IS_STATED, type CodedParty, type Place, type SoughtPlaces, type Wish } from './coded-party.js';
import { Dictionary, Distinct, numberOfCodes } from './dictionary.js';
import { LISTS } from './lists.js';
import { Mentions } from './mentions.js';
import { Nearness } from './nearness.js';
import { SpokenLanguages } from './spoken-languages.js';
import { givesOf, wantsOf } from './statements.js';
import { WishSteps } from './wish-steps.js';

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
  /** The languages of each list as bits, where their numbers allow it; else 0. */
  readonly languageBits: number[] = [0];
  readonly certificateLists = new Distinct<readonly number[]>([]);
  readonly namedLists = new Distinct<readonly number[]>([]);
  readonly modeLists = new Distinct<readonly number[]>([]);
  /** Months as bits, and capacities. */
  readonly seasons = new Distinct<number>(0);
  readonly capacities = new Distinct<number>(NaN);
  readonly budgets = new Distinct<Budget | undefined>(undefined);
  readonly nearness: Nearness;
  readonly wishSteps: WishSteps;

  constructor(graph: ConceptGraph, spec: MatchSpec) {
    this.nearness = new Nearness(this.concepts, graph, spec);
    this.wishSteps = new WishSteps(this.mentions, this.nearness);
  }

  code(stated: MatchParty): CodedParty {
    const party = soundParty(stated);
    const { concepts, certificateLists } = this;
    const { period } = party;
    const held = party.concepts.certifications.map(({ id }) => concepts.code(id));
    const needed = (party.requiredCertifications ?? []).map((id) => concepts.code(id));
    const months = openMonths(party.months);
    const most = party.capacity?.max;
    const coded = {
      kind: PARTY_KINDS.indexOf(party.kind),
      organization: this.organizations.code(party.organizationId),
      from: dayNumber(period?.from),
      to: dayNumber(period?.to),
      place: this.placeOf(party),
      sought: this.soughtBy(party),
      languages: this.languagesOf(party.languages),
      requiredLanguages: this.languagesOf(party.requiredLanguages),
      certificates: numberOfCodes(certificateLists, held),
      requiredCertificates: numberOfCodes(certificateLists, needed),
      modes: this.modesOf(party.modes),
      requiredMode: codeOf(this.modes, party.requiredMode),
      months,
      season: months === 0 ? 0 : this.seasons.number(String(months), months),
      requiredMonths: monthBits(party.requiredMonths),
      capacityMax: most ?? NaN,
      capacity: most === undefined ? 0 : this.capacities.number(String(most), most),
      capacityMin: party.capacity?.min ?? 0,
      budget: this.budgetOf(party.budget),
      lists: LISTS.map((of) => this.mentionsOf(of(party))),
      named: numberOfCodes(
        this.namedLists,
        (party.namedPlaces ?? []).map(({ id }) => this.organizations.code(id)),
      ),
    };
    return { ...coded, gives: givesOf(coded), wants: wantsOf(coded, isDemand(party.kind)) };
  }

  private languagesOf(tags: readonly string[] = []): number {
    const codes = tags.map((tag) => this.languages.code(tag));
    const number = numberOfCodes(this.languageLists, codes);
    if (number === this.languageBits.length) this.languageBits.push(this.languages.bitsOf(codes));
    return number;
  }

  /** 0 stands first, so that "works in no way" differs from "not stated". */
  private modesOf(modes: readonly string[] | undefined): number {
    if (modes === undefined) return 0;
    return numberOfCodes(this.modeLists, [0, ...modes.map((mode) => this.modes.code(mode))]);
  }

  private mentionsOf(list: readonly Weighted[]): number[] {
    return list.map(({ id, weight }) => this.mentions.number(this.concepts.code(id), weight));
  }

  private placeOf(party: MatchParty): number {
    const country = codeOf(this.countries, party.country);
    const city = codeOf(this.cities, party.city);
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

const codeOf = (names: Dictionary, text: string | undefined): number =>
  text === undefined ? 0 : names.code(text);

const wishes = (names: Dictionary, list: readonly Weighted[]): Wish[] =>
  list.map(({ id, weight }) => ({ code: names.code(id), weight }));

/** A date `YYYY-MM-DD` as the number YYYYMMDD: the same order. */
const dayNumber = (date: string | undefined): number =>
  date === undefined ? 0 : Number(date.replaceAll('-', ''));

const openMonths = (months: readonly number[] | undefined): number =>
  months === undefined ? 0 : monthBits(months) | IS_STATED;

const monthBits = (months: readonly number[] = []): number =>
  months.reduce((bits, month) => bits | (1 << month), 0);
