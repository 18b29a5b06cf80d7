import { currencyExponent as exponentOnTheServer } from '#libs/kernel';
import { CURRENCIES, currencyExponent, formatMoney, parseAmount, writeAmount } from './money.js';

describe('amounts of money', () => {
  it.each([...CURRENCIES, 'CLP', 'ISK', 'BHD', 'KWD', 'OMR', 'JOD', 'TND'])(
    'have as many decimals in %s as on the server',
    (currency) => expect(currencyExponent(currency)).toBe(exponentOnTheServer(currency)),
  );

  it.each([
    ['1,250.50', 'USD', 125_050],
    ['1.250,50', 'EUR', 125_050],
    ['1 250,5', 'RUB', 125_050],
    ['125000', 'USD', 12_500_000],
    ['125.000', 'USD', 12_500_000],
    ['1,234,567', 'USD', 123_456_700],
    ['12.', 'USD', 1_200],
    ['4,200,000', 'KRW', 4_200_000],
    ['4.200.000', 'VND', 4_200_000],
    ['１２０００', 'JPY', 12_000],
    ['1.234', 'KWD', 1_234],
    ['0', 'KRW', 0],
  ])('%s in %s is %d minor units', (written, currency, minor) => {
    expect(parseAmount(written, currency)).toBe(minor);
  });

  it.each([
    ['', 'USD'],
    ['about 5', 'USD'],
    ['-5', 'USD'],
    ['1.5', 'KRW'],
    ['1.2345', 'USD'],
    ['99999999999999999', 'USD'],
  ])('%p in %s is none', (written, currency) => expect(parseAmount(written, currency)).toBeNull());

  it('are written so that they are read as the same', () => {
    for (const money of [
      { amountMinor: 5, currency: 'USD' },
      { amountMinor: 125_050, currency: 'EUR' },
      { amountMinor: 4_200_000, currency: 'KRW' },
      { amountMinor: 1, currency: 'KWD' },
    ]) {
      expect(parseAmount(writeAmount(money), money.currency)).toBe(money.amountMinor);
    }
  });

  it('are shown with the ISO code, decimals only where there are some', () => {
    // The space after the code does not break.
    expect(formatMoney({ amountMinor: 12_500_000, currency: 'USD' }, 'en')).toBe('USD\u00a0125,000');
    expect(formatMoney({ amountMinor: 125_050, currency: 'USD' }, 'en')).toBe('USD\u00a01,250.50');
    expect(formatMoney({ amountMinor: 4_200_000, currency: 'KRW' }, 'en')).toBe('KRW\u00a04,200,000');
  });
});
