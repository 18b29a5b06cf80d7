/** Room for rounding when a bound is compared with a score. */
export const SLACK = 1e-9;
