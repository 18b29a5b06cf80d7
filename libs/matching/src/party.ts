/**
 * What the scorer knows of a party: plain facts, no behaviour. What is absent is not known: it is reported as "not
 * stated" and costs nothing.
 */

export const PARTY_KINDS = [
  'sme',
  'city',
  'opportunity',
  'proposal',
  'consultancy',
  'consulting_request',
  'partner',
] as const;

export type PartyKind = (typeof PARTY_KINDS)[number];

/** The words a fact was read from. Offsets are UTF-16, into the text they came from. */
export interface Evidence {
  readonly quote: string;
  readonly language?: string;
  readonly start: number;
  readonly end: number;
}

/** A concept (or place) and how sure we are that the party means it, 0..1. */
export interface Weighted {
  readonly id: string;
  readonly weight: number;
  readonly evidence?: Evidence;
}

export interface PartyConcepts {
  /** Collaborations the party can give. */
  readonly offers: readonly Weighted[];
  /** Collaborations the party looks for in its counterpart. */
  readonly seeks: readonly Weighted[];
  readonly themes: readonly Weighted[];
  /** What the party itself is. */
  readonly sectors: readonly Weighted[];
  /** Where its guests come from. */
  readonly markets: readonly Weighted[];
  /** Consulting areas: asked for by a request, covered by a consultancy. */
  readonly areas: readonly Weighted[];
  readonly certifications: readonly Weighted[];
}

/** What the party wants its counterpart to be, and where. Every part may be left out. */
export interface SoughtCounterpart {
  readonly sectors?: readonly Weighted[];
  /** ISO 3166 codes. */
  readonly countries?: readonly Weighted[];
  /** Ids of city organizations, see `MatchParty.city`. */
  readonly cities?: readonly Weighted[];
}

/** A budget in minor units of one currency. */
export interface Budget {
  readonly currency: string;
  readonly minMinor?: number;
  readonly maxMinor?: number;
}

/** Calendar dates, `YYYY-MM-DD`, both inclusive. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

export interface MatchParty {
  readonly id: string;
  /** Who stands behind the party. A party is never matched with another one of the same organization. */
  readonly organizationId: string;
  readonly kind: PartyKind;
  /** ISO 3166 code. */
  readonly country?: string;
  /** Id of the city organization where the party is at home; a city's own id for a city. */
  readonly city?: string;
  readonly concepts: PartyConcepts;
  /** Languages the party works in, BCP 47. */
  readonly languages: readonly string[];
  /** Languages the counterpart must work in. */
  readonly requiredLanguages?: readonly string[];
  /** `max`: how many it can take at once. `min`: how many the counterpart must be able to take. */
  readonly capacity?: { readonly max?: number; readonly min?: number };
  /** Months it works in, 1..12. */
  readonly months?: readonly number[];
  /** Months the counterpart must work in. */
  readonly requiredMonths?: readonly number[];
  /** Certifications the counterpart must hold. */
  readonly requiredCertifications?: readonly string[];
  /** How it works: `onsite`, `remote`. */
  readonly modes?: readonly string[];
  /** How the counterpart must be able to work. */
  readonly requiredMode?: string;
  /** `maxMinor`: what it can spend. `minMinor`: what the counterpart must be able to spend. */
  readonly budget?: Budget;
  readonly period?: Period;
  readonly sought?: SoughtCounterpart;
  /** Organizations of cities that the party's text names (`id` is the organization's). */
  readonly namedPlaces?: readonly Weighted[];
}

/** How concepts hang together. `libs/taxonomy`'s vocabulary is one. */
export interface ConceptGraph {
  related(id: string): readonly { readonly id: string; readonly weight: number }[];
  parent(id: string): string | null;
}

/** Concepts of a party that has stated nothing yet. */
export const NO_CONCEPTS: PartyConcepts = {
  offers: [],
  seeks: [],
  themes: [],
  sectors: [],
  markets: [],
  areas: [],
  certifications: [],
};
