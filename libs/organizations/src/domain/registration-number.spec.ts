import { registrationKey, registrationKeys } from './registration-number.js';

describe('registration numbers', () => {
  it.each([
    ['KR', '123-45-67890', '1234567890'],
    ['KR', '사업자 123 45 67890', '1234567890'],
    ['JP', 'T7000012050002', '7000012050002'],
    ['JP', '7000-0120-50002', '7000012050002'],
    ['VN', '0100109106-001', '0100109106'],
    ['VN', '0100109106', '0100109106'],
    ['CN', '91110000600037341l', '91110000600037341L'],
    ['MY', '201901000005 (1312525-A)', '201901000005'],
    ['MY', '1312525-A', '1312525A'],
    ['TH', '０１０５５３６０００３１５', '0105536000315'],
    ['ID', '--', ''],
  ])('of %s: %s is %s', (country, number, key) => {
    expect(registrationKey(number, country)).toBe(key);
  });

  it('without a country have each key they could have, once', () => {
    expect(registrationKeys('T7000012050002')).toEqual(['T7000012050002', '7000012050002']);
    expect(registrationKeys('1234567890')).toEqual(['1234567890']);
    expect(registrationKeys('-')).toEqual([]);
  });
});
