import type { Period } from '#libs/kernel';
import { IsDay } from './field-checks.js';

/** Whole days, both included; `to` is not before `from`. */
export class PeriodDto implements Period {
  /** @example 2027-03-01 */
  @IsDay()
  from: string;

  /** @example 2027-11-30 */
  @IsDay()
  to: string;
}
