import fc from 'fast-check';
import { endOfWorkingDay, isWorkingDay, type OffDays, workingDayAfter } from './working-days.js';
import { weekendOf, zoneOf } from './places.js';
import { addDays, dayIn, startOfDay } from './zoned-days.js';

const ZONES = ['Asia/Seoul', 'Asia/Kathmandu', 'Asia/Vladivostok', 'America/Santiago', 'Africa/Cairo', 'UTC'];
const moments = fc.date({ min: new Date('2025-01-01'), max: new Date('2029-12-31'), noInvalidDate: true });
const offDays = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 20 });
const off = (from: string, ahead: readonly number[]): OffDays => ({
  weekend: [6, 7],
  holidays: new Set(ahead.map((days) => addDays(from, days))),
});

describe('working days', () => {
  it('are exactly as many as were asked for, and the last one is one', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 12 }), offDays, (at, days, ahead) => {
        const from = dayIn('UTC', at);
        const closed = off(from, ahead);
        const last = workingDayAfter(from, days, closed);
        let counted = 0;
        for (let day = addDays(from, 1); day <= last; day = addDays(day, 1)) {
          if (isWorkingDay(day, closed)) counted += 1;
        }
        expect([counted, isWorkingDay(last, closed)]).toEqual([days, true]);
      }),
    );
  });

  it('end with their day on the wall clock of every zone, and never earlier when they begin later', () => {
    fc.assert(
      fc.property(moments, fc.constantFrom(...ZONES), fc.nat({ max: 90_000_000 }), (at, zone, gap) => {
        const closed = off(dayIn(zone, at), []);
        const end = endOfWorkingDay(zone, at, 3, closed);
        const last = dayIn(zone, new Date(end.getTime() - 1));
        expect([isWorkingDay(last, closed), dayIn(zone, end)]).toEqual([true, addDays(last, 1)]);
        const later = endOfWorkingDay(zone, new Date(at.getTime() + gap), 3, closed);
        expect(later.getTime()).toBeGreaterThanOrEqual(end.getTime());
      }),
    );
  });

  it('begin at midnight, quarters of an hour and summer time included', () => {
    expect(startOfDay('Asia/Kathmandu', '2026-11-23').toISOString()).toBe('2026-11-22T18:15:00.000Z');
    expect(startOfDay('Asia/Seoul', '2026-11-23').toISOString()).toBe('2026-11-22T15:00:00.000Z');
    // In Santiago this day begins at one o'clock.
    expect(dayIn('America/Santiago', startOfDay('America/Santiago', '2026-09-06'))).toBe('2026-09-06');
  });

  it('are refused where there are none', () => {
    const never = { weekend: [1, 2, 3, 4, 5, 6, 7], holidays: new Set<string>() };
    expect(() => workingDayAfter('2026-11-23', 1, never)).toThrow('no 1 working days');
  });

  it('know the zone and the weekend of a country', () => {
    expect([zoneOf('KR', 'UTC'), zoneOf('RU', 'Asia/Vladivostok')]).toEqual([
      'Asia/Seoul',
      'Asia/Vladivostok',
    ]);
    expect(weekendOf('KR')).toEqual([6, 7]);
  });
});
