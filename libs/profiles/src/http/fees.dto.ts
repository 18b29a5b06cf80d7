import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsISO4217CurrencyCode, Max, Min } from 'class-validator';
import { FEE_UNITS, type FeeRange, type FeeUnit } from '../domain/fee-range.js';

/** What a consultant asks for, from least to most. */
export class FeeRangeDto implements FeeRange {
  /**
   * In minor units of the currency: 80000 is 800.00 US dollars.
   * @example 80000
   */
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  minMinor: number;

  /** @example 120000 */
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  maxMinor: number;

  /**
   * ISO 4217.
   * @example USD
   */
  @IsISO4217CurrencyCode()
  currency: string;

  @IsIn(FEE_UNITS)
  @ApiProperty({ enum: FEE_UNITS, example: 'day' })
  per: FeeUnit;
}
