/** An amount as it travels: integer minor units of an ISO 4217 currency. */
export interface Money {
  amountMinor: number;
  currency: string;
}

/** Currencies of the members' countries after the two that most contracts between them are written in. */
export const CURRENCIES = [
  'USD',
  'EUR',
  'KRW',
  'JPY',
  'CNY',
  'TWD',
  'VND',
  'THB',
  'IDR',
  'MYR',
  'PHP',
  'KHR',
  'MNT',
  'NPR',
  'RUB',
  'SGD',
] as const;

/** ISO 4217 exponents that are not 2, as the server keeps them. */
const EXPONENTS: Readonly<Record<string, number>> = {
  JPY: 0,
  KRW: 0,
  VND: 0,
  CLP: 0,
  ISK: 0,
  BHD: 3,
  KWD: 3,
  OMR: 3,
  JOD: 3,
  TND: 3,
};

/** Digits after the decimal point: 0 for KRW, JPY, VND; 2 for most. */
export function currencyExponent(currency: string): number {
  return EXPONENTS[currency] ?? 2;
}

/**
 * Reads an amount as people of any country write it: `1,250.50`, `1.250,50`, `1 250,5`. A last separator with at
 * most as many digits behind it as the currency has decimals is the decimal point; all others group.
 *
 * @returns minor units; null when it is no amount of this currency
 */
export function parseAmount(written: string, currency: string): number | null {
  const compact = written.normalize('NFKC').replace(/[\s'’]/g, '');
  const parts = /^(\d[\d.,]*?)(?:[.,](\d*))?$/.exec(compact);
  if (!parts) return null;
  const exponent = currencyExponent(currency);
  const [, whole = '', tail] = parts;
  const isFraction = tail !== undefined && tail.length <= exponent;
  const isGroup = tail === undefined || tail.length === 3;
  if (!isFraction && !isGroup) return null;
  const units = whole.replace(/[.,]/g, '') + (isFraction ? '' : (tail ?? ''));
  const amount = Number(units + (isFraction ? tail : '').padEnd(exponent, '0'));
  return Number.isSafeInteger(amount) ? amount : null;
}

/** An amount for an input: plain digits with a decimal point where the currency has decimals. */
export function writeAmount({ amountMinor, currency }: Money): string {
  const exponent = currencyExponent(currency);
  const digits = String(amountMinor).padStart(exponent + 1, '0');
  return exponent === 0 ? digits : `${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}

/** `USD 125,000.00` as the locale groups it; the ISO code is spelled, since several dollars are in use. */
export function formatMoney({ amountMinor, currency }: Money, locale: string): string {
  const exponent = currencyExponent(currency);
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'code',
    minimumFractionDigits: amountMinor % 10 ** exponent === 0 ? 0 : exponent,
    maximumFractionDigits: exponent,
  }).format(amountMinor / 10 ** exponent);
}
