import { currencyExponent, type Money } from '#libs/kernel';

/** What a currency was worth on a day, as the secretariat states it. */
export interface CurrencyRate {
  readonly currency: string;
  /** Units of the currency for one US dollar. */
  readonly unitsPerDollar: number;
  readonly statedOn: string;
  /** Where the number is from. */
  readonly source: string;
}

/** An amount in another currency, to read by; never summed up. */
export interface Converted {
  readonly amount: Money;
  /** The older day of the two rates that were used. */
  readonly statedOn: string;
}

export const DOLLAR = 'USD';

/** Null where a rate is missing. */
export function convert(
  amount: Money,
  currency: string,
  rates: ReadonlyMap<string, CurrencyRate>,
): Converted | null {
  const from = rateOf(amount.currency, rates);
  const to = rateOf(currency, rates);
  if (!from || !to) return null;
  const units = amount.amountMinor / 10 ** currencyExponent(amount.currency);
  const converted = (units / from.unitsPerDollar) * to.unitsPerDollar;
  const amountMinor = Math.round(converted * 10 ** currencyExponent(currency));
  if (!Number.isSafeInteger(amountMinor)) return null;
  const days = [from.statedOn, to.statedOn].filter((day) => day !== '').sort();
  const [statedOn] = days;
  return statedOn === undefined ? null : { amount: { amountMinor, currency }, statedOn };
}

function rateOf(
  currency: string,
  rates: ReadonlyMap<string, CurrencyRate>,
): Pick<CurrencyRate, 'unitsPerDollar' | 'statedOn'> | undefined {
  return currency === DOLLAR ? { unitsPerDollar: 1, statedOn: '' } : rates.get(currency);
}
