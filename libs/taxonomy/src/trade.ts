import type { NamedPlace, WeightedConcept } from './concepts-of.js';
import type { Vocabulary } from './vocabulary/vocabulary.js';

/**
 * The direction of a collaboration. Who looks for a supplier brings the guests, who looks for distribution brings the
 * product; co-development or joint marketing is the same from both ends. Training or data technology is not: to
 * look for it is not to have it.
 */
const MUTUAL: ReadonlySet<string> = new Set([
  'col.joint_marketing',
  'col.product_codev',
  'col.info_exchange',
  'col.mou',
  'col.series',
  'col.staff_exchange',
  'col.research',
  'col.event_cohost',
  'col.network',
  'col.recovery',
  'col.trade_show',
  'col.fam_trip',
]);

const COMPLEMENTS: Readonly<Record<string, string>> = {
  'col.supply': 'col.distribution',
  'col.distribution': 'col.supply',
};

/** What a party that seeks these collaborations brings by that alone. Ids in the order given, each once. */
export function impliedOffers(seeks: readonly string[]): string[] {
  const implied = seeks.flatMap((id) => {
    if (MUTUAL.has(id)) return [id];
    const complement = COMPLEMENTS[id];
    return complement === undefined ? [] : [complement];
  });
  return [...new Set(implied)];
}

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

/**
 * Where a counterpart is wanted. Who needs a supplier needs one on the spot, who needs distribution needs it in the
 * source markets, and a place named in the wish is wanted as such. Nothing said: empty, anywhere will do.
 */
export function placesSought({
  seeks,
  markets,
  home,
  mentioned = [],
  named = [],
  vocabulary,
}: PlaceWish): SoughtPlaces {
  const countries = new Map<string, number>();
  const want = (country: string, weight: number): void =>
    void countries.set(country, Math.max(weight, countries.get(country) ?? 0));
  const isLocal = home !== undefined && seeks.some((id) => DONE_AT_HOME.has(id));
  if (isLocal && home.country !== undefined) want(home.country, 1);
  const sources = seeks.some((id) => DONE_IN_MARKET.has(id)) ? markets : [];
  for (const market of sources) for (const country of countriesOf(market, vocabulary)) want(country, 1);
  for (const { id, kind } of mentioned)
    if (kind === 'market') for (const country of countriesOf(id, vocabulary)) want(country, 1);
  const cities = named.map(({ id }) => ({ id, weight: 1 }));
  const local = isLocal && home.city !== undefined ? [{ id: home.city, weight: 1 }] : [];
  return { countries: [...countries].map(([id, weight]) => ({ id, weight })), cities: [...local, ...cities] };
}
