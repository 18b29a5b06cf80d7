import type { OrganizationKind } from '#libs/contracts';
import type { ProfileRecord } from './profile.js';

/** The fields matching compares. Nothing else counts, so that a complete profile is one that can be matched. */
export const MATCHED_FIELDS = [
  'consultingAreas',
  'themes',
  'offers',
  'seeks',
  'markets',
  'summary',
  'languages',
  'sectors',
  'operatingMonths',
  'capacity',
  'modes',
  'seekText',
] as const;
export type MatchedField = (typeof MATCHED_FIELDS)[number];

/** How much each field weighs in the matches of a kind, roughly as in the model; fields it is not asked are absent. */
type Weights = Readonly<Partial<Record<MatchedField, number>>>;

const BUSINESS: Weights = {
  themes: 6,
  offers: 6,
  seeks: 5,
  markets: 3,
  summary: 3,
  languages: 2,
  sectors: 2,
  operatingMonths: 1,
  capacity: 1,
  seekText: 1,
};

const WEIGHTS: Readonly<Record<OrganizationKind, Weights>> = {
  sme: BUSINESS,
  partner: BUSINESS,
  city: { themes: 6, offers: 5, seeks: 5, markets: 3, summary: 3, languages: 2, seekText: 1 },
  consultancy: { consultingAreas: 8, themes: 4, summary: 3, languages: 2, modes: 1 },
  secretariat: { summary: 1, languages: 1 },
};

export interface Completeness {
  /** 0–100, whole; 100 exactly when nothing is missing. */
  readonly percent: number;
  /** What is not stated, weightiest first. */
  readonly missing: readonly MatchedField[];
}

/** How much of what matching uses is stated. Without a profile nothing is. */
export function completenessOf(kind: OrganizationKind, record: ProfileRecord | undefined): Completeness {
  const weights = Object.entries(WEIGHTS[kind]) as [MatchedField, number][];
  const missing = weights.filter(([field]) => !record || !STATED[field](record));
  const total = sumOf(weights);
  return {
    percent: missing.length === 0 ? 100 : Math.floor((100 * (total - sumOf(missing))) / total),
    missing: missing.sort(([, a], [, b]) => b - a).map(([field]) => field),
  };
}

function sumOf(weights: readonly (readonly [MatchedField, number])[]): number {
  return weights.reduce((sum, [, weight]) => sum + weight, 0);
}

const STATED: Readonly<Record<MatchedField, (record: ProfileRecord) => boolean>> = {
  themes: ({ themes }) => themes.length > 0,
  offers: ({ offers }) => offers.length > 0,
  seeks: ({ seeks }) => seeks.length > 0,
  markets: ({ markets }) => markets.length > 0,
  languages: ({ languages }) => languages.length > 0,
  sectors: ({ sectors }) => sectors.length > 0,
  consultingAreas: ({ consultingAreas }) => consultingAreas.length > 0,
  modes: ({ modes }) => modes.length > 0,
  operatingMonths: ({ operatingMonths }) => operatingMonths.length > 0,
  capacity: ({ capacity }) => capacity?.maxGroup !== undefined,
  summary: ({ summary, offerText, offerWritings }) =>
    summary !== null || offerText !== null || offerWritings.length > 0,
  seekText: ({ seekText, seekWritings }) => seekText !== null || seekWritings.length > 0,
};
