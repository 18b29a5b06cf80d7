import { nextDigest, undisturbedUntil, wallClock } from './quiet-hours.js';
import { DEFAULT_SETTINGS, type NotificationSettings } from './settings.js';

const nights: NotificationSettings = { ...DEFAULT_SETTINGS, quiet: { from: '22:00', to: '07:00' } };
const at = (text: string) => new Date(text);

describe('quiet hours', () => {
  it.each([
    // The same instant is night in Busan and in Kathmandu (+5:45), and day in Almaty.
    ['Asia/Seoul', '2026-11-20T14:00:00Z', '2026-11-20T22:00:00.000Z'],
    ['Asia/Kathmandu', '2026-11-20T17:00:00Z', '2026-11-21T01:15:00.000Z'],
    ['Asia/Almaty', '2026-11-20T14:00:00Z', '2026-11-20T14:00:00.000Z'],
    // Up to seven, and not a minute longer.
    ['Asia/Seoul', '2026-11-20T21:59:59Z', '2026-11-20T22:00:00.000Z'],
    ['Asia/Seoul', '2026-11-20T22:00:00Z', '2026-11-20T22:00:00.000Z'],
  ])('of %s at %s end at %s', (zone, now, end) => {
    expect(undisturbedUntil(nights, zone, at(now)).toISOString()).toBe(end);
  });

  it('within one day, and whole days, are kept as well', () => {
    const noon = { ...DEFAULT_SETTINGS, quiet: { from: '12:00', to: '13:30' } };
    expect(undisturbedUntil(noon, 'UTC', at('2026-11-20T12:10:00Z')).toISOString()).toBe(
      '2026-11-20T13:30:00.000Z',
    );
    // Friday 22:30 in Seoul, with a quiet weekend after the night: Monday at seven.
    const weekend = { ...nights, quietDays: [6, 7] };
    expect(undisturbedUntil(weekend, 'Asia/Seoul', at('2026-11-20T13:30:00Z')).toISOString()).toBe(
      '2026-11-22T22:00:00.000Z',
    );
  });

  it('follow the clock of the place where it is put forward', () => {
    expect(wallClock(at('2026-03-29T00:59:00Z'), 'Europe/Berlin')).toEqual({ weekday: 7, time: '01:59' });
    expect(undisturbedUntil(nights, 'Europe/Berlin', at('2026-03-28T22:00:00Z')).toISOString()).toBe(
      '2026-03-29T05:00:00.000Z',
    );
  });
});

describe('the mail of the day', () => {
  it('comes at its hour where the person is, later where that is quiet', () => {
    const settings = { ...DEFAULT_SETTINGS, digestHour: 8 };
    expect(nextDigest(settings, 'Asia/Seoul', at('2026-11-20T22:59:00Z')).toISOString()).toBe(
      '2026-11-20T23:00:00.000Z',
    );
    expect(nextDigest(settings, 'Asia/Seoul', at('2026-11-20T23:00:00Z')).toISOString()).toBe(
      '2026-11-21T23:00:00.000Z',
    );
    const early = { ...nights, digestHour: 5 };
    expect(nextDigest(early, 'Asia/Seoul', at('2026-11-20T12:00:00Z')).toISOString()).toBe(
      '2026-11-20T22:00:00.000Z',
    );
  });
});
