import {
  areasCovered,
  marketsInCommon,
  offerMeetsNeed,
  sectorSought,
  themesInCommon,
} from '../features/concepts.js';
import { addressedTo, capacityFits, certificatesHeld, seasonFits } from '../features/conditions.js';
import { isFinding, type Feature, type Finding, type NotStated, type View } from '../features/feature.js';
import { languageShared } from '../features/languages.js';
import { placeSought } from '../features/place.js';
import { FEATURE_CODES, type FeatureCode, type FeatureWeights } from '../spec.js';

const FEATURES: Readonly<Record<FeatureCode, Feature>> = {
  offer_meets_need: offerMeetsNeed,
  themes_in_common: themesInCommon,
  sector_sought: sectorSought,
  markets_in_common: marketsInCommon,
  place_sought: placeSought,
  areas_covered: areasCovered,
  language_shared: languageShared,
  capacity_fits: capacityFits,
  season_fits: seasonFits,
  certificates_held: certificatesHeld,
  addressed_to: addressedTo,
};

/** A finding and what it adds to the side's judgement. */
export interface Term {
  readonly finding: Finding;
  readonly amount: number;
}

/** What one side thinks of the other. */
export interface Judgement {
  /** 0..1, the sum of the terms' amounts up to rounding; undefined when this side has stated nothing that could be compared. */
  readonly value: number | undefined;
  readonly terms: readonly Term[];
  readonly notStated: readonly NotStated[];
}

/**
 * The weighted mean of the features that could be compared. What nobody asked for does not count at all. What was not
 * stated is left out too, so silence is neutral; but when less than `enoughStated` of the weight that matters remains,
 * the mean shrinks, so that one lucky fact does not make a perfect match.
 */
export function judge(view: View, weights: FeatureWeights): Judgement {
  const asked = FEATURE_CODES.map((code) => ({ weight: weights[code] ?? 0, feature: FEATURES[code] })).filter(
    ({ weight }) => weight > 0,
  );
  const results = asked.map(({ weight, feature }) => ({ weight, result: feature(view) }));
  const findings = results.flatMap(({ weight, result }) =>
    isFinding(result) ? [{ weight, finding: result }] : [],
  );
  const notStated = results.flatMap(({ result }) =>
    result === undefined || isFinding(result) ? [] : [result],
  );
  const total = results.reduce((sum, { weight, result }) => (result === undefined ? sum : sum + weight), 0);
  const stated = findings.reduce((sum, { weight }) => sum + weight, 0);
  const denominator = Math.max(stated, total * view.spec.enoughStated);
  const terms = findings.map(({ weight, finding }) => ({
    finding,
    amount: (weight * finding.value) / denominator,
  }));
  const worth = findings.reduce((sum, { weight, finding }) => sum + weight * finding.value, 0);
  return { value: findings.length === 0 ? undefined : worth / denominator, terms, notStated };
}
