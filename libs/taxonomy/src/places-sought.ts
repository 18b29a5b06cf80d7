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

const sure = (ids: Iterable<string>): { readonly id: string; readonly weight: number }[] =>
  [...new Set(ids)].map((id) => ({ id, weight: 1 }));

/**
 * Where a counterpart is wanted. Who needs a supplier needs one on the spot, who needs distribution needs it in the
 * source markets, and a place named in the wish is wanted as such. Nothing said: empty, anywhere will do.
 */
export function placesSought(wish: PlaceWish): SoughtPlaces {
  const home = wish.seeks.some((id) => DONE_AT_HOME.has(id)) ? (wish.home ?? {}) : {};
  const abroad = marketsWanted(wish).flatMap((market) => countriesOf(market, wish.vocabulary));
  return {
    countries: sure([...(home.country === undefined ? [] : [home.country]), ...abroad]),
    cities: sure([
      ...(home.city === undefined ? [] : [home.city]),
      ...(wish.named ?? []).map(({ id }) => id),
    ]),
  };
}
