import type { NamedPlace, WeightedConcept, WrittenText } from './concepts-of.js';
import { seeksAbroad, seeksNearby } from './relative-places.js';
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
  'col.media',
  'col.fam_trip',
]);
/** To these they come from wherever they are. */
const JOINED_FROM_ANYWHERE: ReadonlySet<string> = new Set(['col.trade_show']);

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
  /** The words of an ask: who looks for somebody nearby counts the next cities as its own. */
  readonly asked?: WrittenText;
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

const ANYWHERE: SoughtPlaces = { countries: [], cities: [] };

/** Work that is done elsewhere is done there; yet who sits next door is never far away. */
const NEXT_DOOR = 0.5;

/** Each place once, as wanted as it is wanted most. */
function places(sure: readonly string[], home: readonly string[], homeWeight: number): SoughtPlace[] {
  const wanted = new Map(sure.map((id) => [id, 1]));
  for (const id of home) wanted.set(id, Math.max(homeWeight, wanted.get(id) ?? 0));
  return [...wanted].map(([id, weight]) => ({ id, weight }));
}

/** The city where the work is done, and those next to it for an ask that says "nearby". */
function citiesAtHome(city: string | undefined, { asked, vocabulary }: PlaceWish): readonly string[] {
  if (city === undefined) return [];
  const isNearbyEnough = asked !== undefined && seeksNearby(asked, vocabulary);
  return isNearbyEnough ? [city, ...vocabulary.placesNear(city)] : [city];
}

/** A city that a wish names is wanted; of an ask only another one, and where part of the work is done elsewhere. */
function citiesNamed({ named = [], asked, seeks, home }: PlaceWish): readonly string[] {
  const ids = named.map(({ id }) => id);
  if (asked === undefined) return ids;
  return seeks.some((id) => DONE_IN_MARKET.has(id)) ? ids.filter((id) => id !== home?.city) : [];
}

/** Whose own people travel and who looks for hosts "abroad" needs nobody on the spot. */
function sendsGuestsAbroad({ asked, markets, home, vocabulary }: PlaceWish): boolean {
  if (asked === undefined || home?.country === undefined || markets.length === 0) return false;
  const origins = markets.flatMap((market) => countriesOf(market, vocabulary));
  return origins.every((country) => country === home.country) && seeksAbroad(asked, vocabulary);
}

const isJoinedFromAnywhere = ({ asked, seeks }: PlaceWish): boolean =>
  asked !== undefined && seeks.some((id) => JOINED_FROM_ANYWHERE.has(id));

/**
 * Where a counterpart is wanted. Who needs a supplier needs one on the spot, who needs distribution needs it in the
 * source markets, and a place named in the wish is wanted as such; whoever is at home where the wish is counts half.
 * Nothing said, an ask that people join from anywhere or that sends its own people abroad: empty, anywhere will do.
 */
export function placesSought(wish: PlaceWish): SoughtPlaces {
  if (isJoinedFromAnywhere(wish) || sendsGuestsAbroad(wish)) return ANYWHERE;
  const isDoneAtHome = wish.seeks.some((id) => DONE_AT_HOME.has(id));
  const countries = marketsWanted(wish).flatMap((market) => countriesOf(market, wish.vocabulary));
  const cities = citiesNamed(wish);
  const isSaid = isDoneAtHome || countries.length + cities.length > 0;
  const home = isSaid ? (wish.home ?? {}) : {};
  const weight = isDoneAtHome ? 1 : NEXT_DOOR;
  return {
    countries: places(countries, home.country === undefined ? [] : [home.country], weight),
    cities: places(cities, citiesAtHome(home.city, wish), weight),
  };
}
