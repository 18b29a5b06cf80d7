import { inOrder, isWeek } from './working-hours.js';

const monday = { weekday: 1, from: '09:00', to: '18:00' };

describe('a working week', () => {
  it.each([
    ['no day', [], true],
    ['one day', [monday], true],
    ['a day to its very end', [{ ...monday, from: '16:00', to: '24:00' }], true],
    ['one weekday twice', [monday, { ...monday, from: '19:00', to: '20:00' }], false],
    ['a day that ends before it begins', [{ ...monday, to: '08:59' }], false],
    ['a day of no length', [{ ...monday, to: '09:00' }], false],
    ['an eighth day', [{ ...monday, weekday: 8 }], false],
    ['no clock', [{ ...monday, from: '9:00' }], false],
    ['a beginning at 24:00', [{ ...monday, from: '24:00', to: '24:00' }], false],
  ])('of %s: %o is %s', (_, hours, answer) => {
    expect(isWeek(hours)).toBe(answer);
  });

  it('is kept Monday first', () => {
    const friday = { ...monday, weekday: 5 };
    expect(inOrder([friday, monday])).toEqual([monday, friday]);
  });
});
