import { InvalidInput } from '#libs/kernel';

export const FEE_UNITS = ['hour', 'day', 'project'] as const;
export type FeeUnit = (typeof FEE_UNITS)[number];

/** From least to most, in minor units of an ISO 4217 currency, for an hour, a day or a whole project. */
export interface FeeRange {
  readonly minMinor: number;
  readonly maxMinor: number;
  readonly currency: string;
  readonly per: FeeUnit;
}

/** @throws InvalidInput 422 when the most is less than the least */
export function checkFees(fees: FeeRange | null): void {
  if (fees === null || fees.maxMinor >= fees.minMinor) return;
  throw new InvalidInput([{ pointer: '/fees/maxMinor', code: 'profile/fees-reversed' }]);
}
