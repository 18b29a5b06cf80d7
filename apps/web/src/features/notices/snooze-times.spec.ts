import { snoozeTime } from './snooze-times.js';

it('puts off by three hours, to the next morning, and to a Monday that is to come', () => {
  const sunday = new Date(2026, 10, 22, 23, 30);
  expect(snoozeTime('later', sunday)).toEqual(new Date(2026, 10, 23, 2, 30));
  expect(snoozeTime('tomorrow', sunday)).toEqual(new Date(2026, 10, 23, 9));
  expect(snoozeTime('next-week', sunday)).toEqual(new Date(2026, 10, 23, 9));
  const monday = new Date(2026, 10, 23, 8);
  expect(snoozeTime('next-week', monday)).toEqual(new Date(2026, 10, 30, 9));
  expect(snoozeTime('tomorrow', new Date(2026, 11, 31, 12))).toEqual(new Date(2027, 0, 1, 9));
});
