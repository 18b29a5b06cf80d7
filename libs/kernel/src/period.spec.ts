import { InvalidInput } from './domain-error.js';
import { isDay, period } from './period.js';

describe('a day', () => {
  it.each(['2027-03-01', '2028-02-29', '2000-02-29', '1999-12-31'])('%s exists', (day) => {
    expect(isDay(day)).toBe(true);
  });

  it.each([
    '2027-02-29',
    '2100-02-29',
    '2027-13-01',
    '2027-00-10',
    '2027-01-00',
    '2027-3-1',
    '2027-03-01T00:00:00Z',
    '9999-01-01',
    '',
    null,
    20270301,
  ])('%p does not', (day) => {
    expect(isDay(day)).toBe(false);
  });
});

describe('a period', () => {
  it('may be one day long', () => {
    expect(period('2027-03-01', '2027-03-01')).toEqual({ from: '2027-03-01', to: '2027-03-01' });
  });

  it.each([
    ['2027-03-02', '2027-03-01', '/to'],
    ['2027-02-30', '2027-03-01', '/from'],
    ['2027-03-01', 'soon', '/to'],
  ])('from %s to %s is refused at %s', (from, to, pointer) => {
    expect(() => period(from, to)).toThrow(InvalidInput);
    expect(refusal(() => period(from, to)).options.errors?.[0]?.pointer).toBe(pointer);
  });
});

function refusal(act: () => unknown): InvalidInput {
  try {
    act();
  } catch (error) {
    if (error instanceof InvalidInput) return error;
  }
  throw new Error('Nothing was refused.');
}
