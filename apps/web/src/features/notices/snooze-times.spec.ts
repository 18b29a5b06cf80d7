import { snoozeTime } from './snooze-times.js';

const SEOUL = 'Asia/Seoul';
const inSeoul = (wall: string) => new Date(`${wall}:00+09:00`);

it('puts off by three hours, to the next morning, and to a Monday that is to come', () => {
  const sunday = inSeoul('2026-11-22T23:30');
  expect(snoozeTime('later', sunday, SEOUL)).toEqual(inSeoul('2026-11-23T02:30'));
  expect(snoozeTime('tomorrow', sunday, SEOUL)).toEqual(inSeoul('2026-11-23T09:00'));
  expect(snoozeTime('next-week', sunday, SEOUL)).toEqual(inSeoul('2026-11-23T09:00'));
  const monday = inSeoul('2026-11-23T08:00');
  expect(snoozeTime('next-week', monday, SEOUL)).toEqual(inSeoul('2026-11-30T09:00'));
  expect(snoozeTime('tomorrow', inSeoul('2026-12-31T12:00'), SEOUL)).toEqual(inSeoul('2027-01-01T09:00'));
});

it('means the morning of the reader, wherever the machine stands', () => {
  const now = new Date('2026-11-22T18:00:00Z');
  // Monday at 03:00 in Seoul, still Sunday in Kathmandu.
  expect(snoozeTime('tomorrow', now, SEOUL).toISOString()).toBe('2026-11-24T00:00:00.000Z');
  expect(snoozeTime('tomorrow', now, 'Asia/Kathmandu').toISOString()).toBe('2026-11-23T03:15:00.000Z');
});
