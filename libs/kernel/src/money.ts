import { InvalidInput } from './domain-error.js';

/** An amount in minor units of an ISO 4217 currency: `{ amountMinor: 1250, currency: 'USD' }` is 12.50 dollars. */
export interface Money {
  readonly amountMinor: number;
  readonly currency: string;
}

/** ISO 4217 exponents that are not 2, for currencies members use. */
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

export function money(amountMinor: number, currency: string): Money {
  if (!Number.isSafeInteger(amountMinor) || amountMinor < 0) {
    throw new InvalidInput([{ pointer: '/amountMinor', code: 'money/not-minor-units' }]);
  }
  if (!/^[A-Z]{3}$/.test(currency)) {
    throw new InvalidInput([{ pointer: '/currency', code: 'money/unknown-currency' }]);
  }
  return { amountMinor, currency };
}
