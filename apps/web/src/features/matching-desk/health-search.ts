/** Periods interest can be looked at over, in days. */
export const PERIODS = [30, 90, 365] as const;
export type Days = (typeof PERIODS)[number];
export const USUAL_PERIOD: Days = 90;

export interface HealthSearch {
  days?: Days;
}

export function readHealthSearch({ days }: Record<string, unknown>): HealthSearch {
  const known = PERIODS.find((each) => each === Number(days));
  return known && known !== USUAL_PERIOD ? { days: known } : {};
}
