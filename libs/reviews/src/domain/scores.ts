/** What a reviewer scores, as the call words it. Weights are relative: they need no common sum. */
export interface ScoredCriterion {
  readonly key: string;
  readonly weight: number;
  readonly min: number;
  readonly max: number;
}

/** Scores by key of the criterion. */
export type Scores = Readonly<Record<string, number>>;

export interface ScoreSummary {
  /** 0..100, as the totals. Null while nothing is in. */
  readonly mean: number | null;
  readonly median: number | null;
  /** Highest total less the lowest. */
  readonly spread: number | null;
}

/** Weighted share of what could be scored, 0..100 with two decimals. All criteria must be scored. */
export function weightedTotal(criteria: readonly ScoredCriterion[], scores: Scores): number {
  const weights = criteria.reduce((sum, { weight }) => sum + weight, 0);
  const sum = criteria.reduce((total, { key, weight, min, max }) => {
    const score = scores[key];
    if (score === undefined) throw new Error(`No score for "${key}".`);
    return total + weight * (max === min ? 1 : (score - min) / (max - min));
  }, 0);
  return rounded((100 * sum) / weights);
}

/** Criteria that are not scored yet, and scores that the call does not know or allow, by key. */
export function scoreGaps(
  criteria: readonly ScoredCriterion[],
  scores: Scores,
): { missing: string[]; wrong: string[] } {
  const byKey = new Map(criteria.map((criterion) => [criterion.key, criterion]));
  return {
    missing: criteria.filter(({ key }) => scores[key] === undefined).map(({ key }) => key),
    wrong: Object.entries(scores)
      .filter(([key, score]) => {
        const criterion = byKey.get(key);
        return !criterion || !Number.isInteger(score) || score < criterion.min || score > criterion.max;
      })
      .map(([key]) => key),
  };
}

export function summaryOf(totals: readonly number[]): ScoreSummary {
  if (totals.length === 0) return { mean: null, median: null, spread: null };
  const sorted = [...totals].sort((a, b) => a - b);
  const at = (index: number): number => sorted[index] ?? 0;
  const middle = Math.floor(sorted.length / 2);
  return {
    mean: rounded(sorted.reduce((sum, total) => sum + total, 0) / sorted.length),
    median: rounded(sorted.length % 2 === 1 ? at(middle) : (at(middle - 1) + at(middle)) / 2),
    spread: rounded(at(sorted.length - 1) - at(0)),
  };
}

/** What happens once nobody is expected any more. */
export type NextStep = 'wait' | 'ask-another' | 'discuss';

/**
 * Waits while somebody is expected or the quorum is not reached; asks one more reviewer where two halves of the panel
 * are further apart than the call allows, once.
 */
export function nextStepOf(
  panel: { readonly open: number; readonly totals: readonly number[]; readonly wasWidened: boolean },
  call: { readonly quorum: number; readonly spreadLimit: number },
): NextStep {
  if (panel.open > 0 || panel.totals.length < call.quorum) return 'wait';
  const { spread } = summaryOf(panel.totals);
  return (spread ?? 0) > call.spreadLimit && !panel.wasWidened ? 'ask-another' : 'discuss';
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
