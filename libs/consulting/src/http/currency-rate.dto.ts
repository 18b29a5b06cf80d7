import { IsISO4217CurrencyCode, IsNumber, Max, Min } from 'class-validator';
import { IsDay, IsLine } from '#libs/platform/fields';
import type { CurrencyRate } from '../domain/conversion.js';

const MAX_SOURCE = 200;

/** What a currency was worth on a day. */
export class StateRateDto implements CurrencyRate {
  /**
   * ISO 4217; not USD, against which all are stated.
   * @example KRW
   */
  @IsISO4217CurrencyCode()
  currency: string;

  /**
   * Units of the currency for one US dollar.
   * @example 1390.5
   */
  @IsNumber({ maxDecimalPlaces: 8, allowNaN: false, allowInfinity: false })
  @Min(0.00000001)
  @Max(100_000_000)
  unitsPerDollar: number;

  /** @example 2026-11-20 */
  @IsDay()
  statedOn: string;

  /**
   * Where the number is from.
   * @example "Bank of Korea, basic rate"
   */
  @IsLine(MAX_SOURCE)
  source: string;
}

export class CurrencyRateAbilitiesResponse {
  /** State what a currency is worth. */
  manage: boolean;
}

export class CurrencyRatesResponse {
  /** By currency. */
  items: StateRateDto[];
  abilities: CurrencyRateAbilitiesResponse;
}
