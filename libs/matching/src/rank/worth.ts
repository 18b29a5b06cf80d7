export const DEFAULT_LIMIT = 20;
export const DEFAULT_MINIMUM = 0.2;
/** A match must be explicable by at least this many compared facts. */
const LEAST_REASONS = 2;

/** What decides whether a scored pair is shown. */
export interface Verdict {
  readonly reasons: number;
  /** Reasons that are not true of every pair of these kinds. */
  readonly telling: number;
  /** One of the two is an organization that the other one's text names: shown whatever its score. */
  readonly isNamed: boolean;
}

export function isWorthShowing(
  score: number,
  { reasons, telling, isNamed }: Verdict,
  minimum: number,
): boolean {
  if (reasons < LEAST_REASONS) return false;
  return isNamed || (score >= minimum && telling >= LEAST_REASONS);
}
