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

/** Codes of ISO 4217 nobody pays in: metals, units of account, tests, and none at all. */
const NO_MONEY = new Set(
  'XAG XAU XBA XBB XBC XBD XDR XPD XPT XSU XTS XUA XXX BOV CHE CHW CLF COU MXV USN UYI UYW'.split(' '),
);

/** Digits after the decimal point: 0 for KRW, JPY, VND; 2 for most. */
export function currencyExponent(currency: string): number {
  return EXPONENTS[currency] ?? 2;
}

export function money(amountMinor: number, currency: string): Money {
  if (!Number.isSafeInteger(amountMinor) || amountMinor < 0) {
    throw new InvalidInput([{ pointer: '/amountMinor', code: 'money/not-minor-units' }]);
  }
  if (!/^[A-Z]{3}$/.test(currency) || NO_MONEY.has(currency)) {
    throw new InvalidInput([{ pointer: '/currency', code: 'money/unknown-currency' }]);
  }
  return { amountMinor, currency };
}
