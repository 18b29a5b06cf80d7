import type { Money } from '#libs/kernel';
import { IsInt, IsISO4217CurrencyCode, Max, Min } from 'class-validator';

/** An amount of money. */
export class MoneyDto implements Money {
  /**
   * In minor units of the currency: 1250 is 12.50 US dollars, and 1,250 won.
   * @example 4200000
   */
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  amountMinor: number;

  /**
   * ISO 4217.
   * @example USD
   */
  @IsISO4217CurrencyCode()
  currency: string;
}
