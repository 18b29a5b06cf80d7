import { examination } from '../market/attention.js';
import type { FeatureCode, FeatureWeights } from '../spec.js';
import type { FeatureValues } from './model.js';

/** What became of a match that was shown to an organization. */
export interface Answer {
  readonly organizationId: string;
  readonly values: FeatureValues;
  /** The weights it judges such matches by before learning; default all alike. See `weightsOfJudge`. */
  readonly weights?: FeatureWeights;
  readonly kind: 'accept' | 'decline' | 'ignore';
  /** Which feature a decline gave as its reason, if any. */
  readonly reason?: FeatureCode;
  /** Where it stood, 1 for the top. */
  readonly position: number;
  /** How often it had been shown by then, this time included. */
  readonly timesShown: number;
}

/** What an answer teaches: the label and how much it counts; undefined when it teaches nothing. */
export interface Lesson {
  readonly label: 0 | 1;
  readonly weight: number;
}

/** Shown less often, an unanswered match says more of the week than of the match. */
const TIMES_UNTIL_IGNORED = 3;
const WEIGHT_OF_IGNORING = 0.3;
/** A rare look at a low place counts more, but not without limit. */
const MOST_WEIGHT = 4;

/**
 * Inverse propensity: answers from low places stand for the many looks that never came. That somebody answered at
 * all shows it was looked at, so only declines and accepts are weighted so; ignoring counts by the chance of a look.
 */
export function lessonOf({ kind, position, timesShown }: Answer): Lesson | undefined {
  if (kind === 'ignore') {
    if (!(timesShown >= TIMES_UNTIL_IGNORED)) return undefined;
    return { label: 0, weight: WEIGHT_OF_IGNORING * examination(position) };
  }
  return { label: kind === 'accept' ? 1 : 0, weight: Math.min(MOST_WEIGHT, 1 / examination(position)) };
}
