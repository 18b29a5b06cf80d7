import { PARTY_KINDS } from '../party.js';
import { FEATURE_CODES, type FeatureCode } from '../spec.js';
import type { CodedParty } from './coded-party.js';
import { LIST } from './lists.js';

/**
 * What a party has stated, as bits in the order of `FEATURE_CODES`: `wants` where it can judge by the feature, `gives`
 * where it can be judged. Both together tell what of a judgement is comparable, and so by what it is divided.
 */
export const FEATURE: Readonly<Record<FeatureCode, number>> = Object.fromEntries(
  FEATURE_CODES.map((code, at) => [code, at]),
) as Record<FeatureCode, number>;

export const maskOf = (...codes: readonly FeatureCode[]): number =>
  codes.reduce((bits, code) => bits | (1 << FEATURE[code]), 0);

/** Beside the features: the party sets conditions that can be unmet. */
const SETS_CONDITIONS = 1 << FEATURE_CODES.length;
/** All values of `gives` and `wants` are below. */
export const STATEMENTS = SETS_CONDITIONS << 1;

const REQUEST = PARTY_KINDS.indexOf('consulting_request');
const CONSULTANCY = PARTY_KINDS.indexOf('consultancy');
const ALL_MONTHS = 12;

type Uncounted = Omit<CodedParty, 'gives' | 'wants'>;

const bit = (code: FeatureCode, isSet: boolean): number => (isSet ? 1 << FEATURE[code] : 0);

/** How many of the months 1..12 are set. */
export const MONTHS_IN = Uint8Array.from({ length: 1 << (ALL_MONTHS + 1) }, (_, bits) =>
  countBits(bits & ~1),
);

export function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

export function givesOf(party: Uncounted): number {
  const has = (list: number): boolean => party.lists[list]!.length > 0;
  return (
    bit('offer_meets_need', has(LIST.offers)) |
    bit('themes_in_common', has(LIST.themes)) |
    bit('sector_sought', has(LIST.sectors)) |
    bit('markets_in_common', has(LIST.markets)) |
    // Of a consultancy silence is a gap; others advise on nothing unless they say so.
    bit('areas_covered', has(LIST.areas) || party.kind !== CONSULTANCY) |
    bit('place_sought', party.place !== 0) |
    bit('language_shared', party.languages !== 0) |
    bit('capacity_fits', !Number.isNaN(party.capacityMax)) |
    bit('season_fits', party.months !== 0) |
    // Certificates are declared on purpose: who names none holds none.
    bit('certificates_held', true) |
    bit('addressed_to', true)
  );
}

export function wantsOf(party: Uncounted, isAsk: boolean): number {
  const has = (list: number): boolean => party.lists[list]!.length > 0;
  const months = MONTHS_IN[party.requiredMonths]!;
  const setsConditions =
    party.requiredLanguages !== 0 ||
    party.capacityMin > 0 ||
    party.requiredMonths !== 0 ||
    party.requiredCertificates !== 0 ||
    party.requiredMode !== 0 ||
    party.budget !== 0 ||
    (isAsk && party.sought !== 0);
  return (
    bit('offer_meets_need', has(LIST.seeks)) |
    bit('themes_in_common', has(LIST.themes)) |
    bit('sector_sought', has(LIST.soughtSectors)) |
    bit('markets_in_common', has(LIST.markets)) |
    bit('areas_covered', party.kind === REQUEST && has(LIST.areas)) |
    bit('place_sought', party.sought !== 0) |
    bit('language_shared', party.requiredLanguages !== 0 || party.languages !== 0) |
    bit('capacity_fits', party.capacityMin > 0) |
    bit('season_fits', months > 0 && months < ALL_MONTHS) |
    bit('certificates_held', party.requiredCertificates !== 0) |
    bit('addressed_to', true) |
    (setsConditions ? SETS_CONDITIONS : 0)
  );
}

export const setsConditions = (wants: number): boolean => (wants & SETS_CONDITIONS) !== 0;

/** Asked of everybody, so that not stating it is a gap. */
const ALWAYS_ASKED =
  bit('offer_meets_need', true) |
  bit('themes_in_common', true) |
  bit('markets_in_common', true) |
  bit('language_shared', true);
const ASKED_BY_WISH =
  bit('sector_sought', true) |
  bit('place_sought', true) |
  bit('capacity_fits', true) |
  bit('season_fits', true) |
  bit('certificates_held', true);

/** What parties of one kind judge those of another by: bits of features that are asked whatever they state. */
export function askedBetween(seeker: number, giver: number): number {
  const kinds = [PARTY_KINDS[seeker], PARTY_KINDS[giver]];
  return (
    ALWAYS_ASKED |
    bit('areas_covered', seeker === REQUEST) |
    bit('addressed_to', kinds.includes('proposal') && kinds.includes('city'))
  );
}

/**
 * By what the worth of a judgement is divided: what could be compared of the weights, but not less than `enough` of what
 * was asked. NaN when nothing could be compared.
 */
export function denominator(
  weights: Float64Array,
  askedAnyway: number,
  wants: number,
  gives: number,
  enough: number,
): number {
  const asked = askedAnyway | (wants & ASKED_BY_WISH);
  const comparable = wants & gives & asked;
  let total = 0;
  let stated = 0;
  let isStated = false;
  for (let code = 0; code < weights.length; code += 1) {
    const weight = weights[code]!;
    if (weight <= 0 || ((asked >>> code) & 1) === 0) continue;
    total += weight;
    if (((comparable >>> code) & 1) === 0) continue;
    stated += weight;
    isStated = true;
  }
  return isStated ? Math.max(stated, total * enough) : NaN;
}

/** The weights of the bits. */
export function weightOf(weights: Float64Array, bits: number): number {
  let sum = 0;
  for (let code = 0; code < weights.length; code += 1) if (((bits >>> code) & 1) === 1) sum += weights[code]!;
  return sum;
}

export const askedOf = (askedAnyway: number, wants: number): number => askedAnyway | (wants & ASKED_BY_WISH);
