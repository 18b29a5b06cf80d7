/** Bad input by rule: a probability that is none counts as 0, one above 1 as 1. */
export const probability = (value: number): number => (value > 0 ? Math.min(1, value) : 0);

/** Bad input by rule: an amount that is none counts as 0. */
export const amount = (value: number): number => (value > 0 ? value : 0);
