import type { PartyKind } from './party.js';

/** Why two parties fit. The same codes for both sides; the facts are swapped. */
export const REASON_CODES = [
  'named_in_text',
  'offer_meets_need',
  'themes_in_common',
  'sector_sought',
  'markets_in_common',
  'place_sought',
  'areas_covered',
  'language_shared',
  'capacity_fits',
  'season_fits',
  'certificates_held',
  'addressed_to',
] as const;

/** What speaks against a pair without ruling it out. */
export const UNMET_CODES = [
  'language_missing',
  'capacity_too_small',
  'season_closed',
  'certificate_missing',
  'mode_missing',
  'budget_too_small',
  'place_elsewhere',
] as const;

export type FeatureCode = Exclude<(typeof REASON_CODES)[number], 'named_in_text'>;

/** The features in the order in which a judgement adds them up: what compares concepts first, then conditions. */
export const FEATURE_CODES: readonly FeatureCode[] = [
  'offer_meets_need',
  'themes_in_common',
  'sector_sought',
  'markets_in_common',
  'areas_covered',
  'place_sought',
  'language_shared',
  'capacity_fits',
  'season_fits',
  'certificates_held',
  'addressed_to',
];

export type UnmetCode = (typeof UNMET_CODES)[number];
export type ReasonCode = (typeof REASON_CODES)[number] | UnmetCode;

/** What two parties are to each other; it decides which weights are used. */
export type Relation = 'trade' | 'project' | 'advice' | 'partnership';

export type FeatureWeights = Readonly<Partial<Record<FeatureCode, number>>>;

export interface RelationSpec {
  /** What counts for the side that has the concrete need (the opportunity, proposal or request), or for either. */
  readonly demand: FeatureWeights;
  /** What counts for the side that answers it. */
  readonly supply: FeatureWeights;
  /** How much the demand side's judgement weighs in the fused score, 0..1. */
  readonly demandShare: number;
}

/** Every number of the model. `libs/matching/README.md` explains them. */
export interface MatchSpec {
  readonly version: string;
  readonly relations: Readonly<Record<Relation, RelationSpec>>;
  /** How close a related concept is: its editorial weight times `related`; a parent or child counts `parent`. */
  readonly closeness: { readonly related: number; readonly parent: number };
  /** A party in the right country but not the right city. */
  readonly sameCountry: number;
  /** Share of a side's weights below which its judgement shrinks: few facts cannot make a strong match. */
  readonly enoughStated: number;
  /** 0: the two judgements are averaged; 1: geometric mean, where one dissatisfied side spoils the match. */
  readonly reciprocity: number;
  /** How far a name in the text lifts the score towards 1: the named city's own, and that of what it has published. */
  readonly namedLift: { readonly organization: number; readonly published: number };
  /** Largest share of the score each unmet condition takes. */
  readonly penalties: Readonly<Record<UnmetCode, number>>;
  /** Scores from which a fit is called good and strong. */
  readonly fit: { readonly strong: number; readonly good: number };
}

const TRADE_DEMAND: FeatureWeights = {
  offer_meets_need: 0.2,
  themes_in_common: 0.34,
  sector_sought: 0.08,
  markets_in_common: 0.1,
  place_sought: 0.14,
  language_shared: 0.08,
  capacity_fits: 0.03,
  season_fits: 0.02,
  certificates_held: 0.01,
};

const TRADE_SUPPLY: FeatureWeights = {
  offer_meets_need: 0.3,
  themes_in_common: 0.3,
  sector_sought: 0.05,
  markets_in_common: 0.2,
  place_sought: 0.1,
  language_shared: 0.05,
};

const PROJECT: FeatureWeights = {
  offer_meets_need: 0.25,
  themes_in_common: 0.35,
  sector_sought: 0.05,
  markets_in_common: 0.15,
  place_sought: 0.1,
  language_shared: 0.07,
  addressed_to: 0.03,
};

const ADVICE_DEMAND: FeatureWeights = {
  areas_covered: 0.55,
  themes_in_common: 0.2,
  markets_in_common: 0.1,
  offer_meets_need: 0.05,
  language_shared: 0.15,
  place_sought: 0.05,
};

const PARTNERSHIP: FeatureWeights = {
  offer_meets_need: 0.35,
  themes_in_common: 0.3,
  sector_sought: 0.05,
  markets_in_common: 0.15,
  place_sought: 0.05,
  language_shared: 0.1,
};

export const DEFAULT_SPEC: MatchSpec = {
  version: '2',
  relations: {
    trade: { demand: TRADE_DEMAND, supply: TRADE_SUPPLY, demandShare: 0.7 },
    project: { demand: PROJECT, supply: PROJECT, demandShare: 0.6 },
    advice: {
      demand: ADVICE_DEMAND,
      supply: { themes_in_common: 0.6, language_shared: 0.4 },
      demandShare: 0.8,
    },
    partnership: { demand: PARTNERSHIP, supply: PARTNERSHIP, demandShare: 0.5 },
  },
  closeness: { related: 0.6, parent: 0.5 },
  sameCountry: 0.7,
  enoughStated: 0.6,
  reciprocity: 0.5,
  namedLift: { organization: 0.5, published: 0.15 },
  penalties: {
    language_missing: 0.4,
    capacity_too_small: 0.35,
    season_closed: 0.4,
    certificate_missing: 0.2,
    mode_missing: 0.3,
    budget_too_small: 0.3,
    place_elsewhere: 0.2,
  },
  fit: { strong: 0.6, good: 0.4 },
};

const DEMAND: Readonly<Partial<Record<PartyKind, Relation>>> = {
  opportunity: 'trade',
  proposal: 'project',
  consulting_request: 'advice',
};

/** Whether the party itself is an ask that others answer. */
export function isDemand(kind: PartyKind): boolean {
  return DEMAND[kind] !== undefined;
}

/** What the two kinds are to each other; undefined when they cannot be matched (two requests, say). */
export function relationOf(left: PartyKind, right: PartyKind): Relation | undefined {
  const kinds = new Set([left, right]);
  if (kinds.has('proposal')) return left === right || kinds.has('consulting_request') ? undefined : 'project';
  if (!isDemand(left) && !isDemand(right)) return 'partnership';
  if (isDemand(left) && isDemand(right)) return undefined;
  return DEMAND[left] ?? DEMAND[right];
}

/** Which of the two is the demand side; neither in a partnership. */
export function demandSide(left: PartyKind, right: PartyKind): 'left' | 'right' | undefined {
  const rank = (kind: PartyKind): number => (kind === 'proposal' ? 2 : isDemand(kind) ? 1 : 0);
  const difference = rank(left) - rank(right);
  if (difference === 0) return undefined;
  return difference > 0 ? 'left' : 'right';
}
