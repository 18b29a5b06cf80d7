import type { NamedPlace, WeightedConcept } from './concepts-of.js';
import type { Vocabulary } from './vocabulary/vocabulary.js';

/** Collaborations that are done on the spot, and those that are done where the guests come from. */
const DONE_AT_HOME: ReadonlySet<string> = new Set([
  'col.supply',
  'col.event_cohost',
  'col.product_codev',
  'col.fam_trip',
]);
const DONE_IN_MARKET: ReadonlySet<string> = new Set([
  'col.distribution',
  'col.series',
  'col.product_codev',
  'col.joint_marketing',
  'col.fam_trip',
]);

export interface SoughtPlaces {
  /** ISO 3166 codes. */
  readonly countries: readonly { readonly id: string; readonly weight: number }[];
  /** The caller's ids of cities. */
  readonly cities: readonly { readonly id: string; readonly weight: number }[];
}

export interface PlaceWish {
  readonly seeks: readonly string[];
  /** Market ids the party names as its own. */
  readonly markets: readonly string[];
  /** Where the work is done, if it is done somewhere: a city that posts an opportunity, not a firm that travels. */
  readonly home?: { readonly city?: string; readonly country?: string };
  /** What the text that describes the wish mentions. */
  readonly mentioned?: readonly WeightedConcept[];
  readonly named?: readonly NamedPlace[];
  readonly vocabulary: Vocabulary;
}

/** The countries of a market; a region stands for those of its members. */
function countriesOf(market: string, vocabulary: Vocabulary): readonly string[] {
  if (!vocabulary.has(market)) return [];
  const { country } = vocabulary.concept(market);
  if (country !== undefined) return [country];
  return vocabulary
    .conceptIds('market')
    .flatMap((id) => (vocabulary.parent(id) === market ? (vocabulary.concept(id).country ?? []) : []));
}

/** The markets whose countries are wanted: those it lives from, where the work is done there, and those it mentions. */
function marketsWanted({ seeks, markets, mentioned = [] }: PlaceWish): readonly string[] {
  const sources = seeks.some((id) => DONE_IN_MARKET.has(id)) ? markets : [];
  return [...sources, ...mentioned.filter(({ kind }) => kind === 'market').map(({ id }) => id)];
}

interface SoughtPlace {
  readonly id: string;
  readonly weight: number;
}

/** Work that is done elsewhere is done there; yet who sits next door is never far away. */
const NEXT_DOOR = 0.5;

/** Each place once, as wanted as it is wanted most. */
function places(sure: readonly string[], home: string | undefined, homeWeight: number): SoughtPlace[] {
  const wanted = new Map(sure.map((id) => [id, 1]));
  if (home !== undefined) wanted.set(home, Math.max(homeWeight, wanted.get(home) ?? 0));
  return [...wanted].map(([id, weight]) => ({ id, weight }));
}

/**
 * Where a counterpart is wanted. Who needs a supplier needs one on the spot, who needs distribution needs it in the
 * source markets, and a place named in the wish is wanted as such; whoever is at home where the wish is counts half.
 * Nothing said: empty, anywhere will do.
 */
export function placesSought(wish: PlaceWish): SoughtPlaces {
  const isDoneAtHome = wish.seeks.some((id) => DONE_AT_HOME.has(id));
  const countries = marketsWanted(wish).flatMap((market) => countriesOf(market, wish.vocabulary));
  const cities = (wish.named ?? []).map(({ id }) => id);
  const isSaid = isDoneAtHome || countries.length + cities.length > 0;
  const home = isSaid ? (wish.home ?? {}) : {};
  const weight = isDoneAtHome ? 1 : NEXT_DOOR;
  return { countries: places(countries, home.country, weight), cities: places(cities, home.city, weight) };
}
