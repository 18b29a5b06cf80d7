import fc from 'fast-check';
import { type Attendee, dayGrid, findTimes, USUAL_HOURS } from './time-finder.js';
import { momentOf, offsetMinutes, wallTime } from './wall-clock.js';

const ZONES = [
  'Asia/Seoul',
  'Asia/Kathmandu',
  'Asia/Vladivostok',
  'Asia/Ho_Chi_Minh',
  'America/New_York',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Pacific/Apia',
];

const attendee = (timeZone: string, changes: Partial<Attendee> = {}): Attendee => ({
  id: timeZone,
  timeZone,
  workingHours: USUAL_HOURS,
  holidays: new Set(),
  ...changes,
});

/** What a clock on the wall shows, by the formatter alone. */
const shown = (zone: string, at: Date): string =>
  at.toLocaleString('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });

describe('wall clocks', () => {
  it.each([
    ['Asia/Kathmandu', '2027-12-01 07:45'],
    ['Asia/Ho_Chi_Minh', '2027-12-01 09:00'],
    ['Asia/Vladivostok', '2027-12-01 12:00'],
    ['America/New_York', '2027-11-30 21:00'],
  ])('eleven in Busan is, in %s, %s', (zone, expected) => {
    const at = momentOf('Asia/Seoul', '2027-12-01', 11 * 60);
    expect(at.toISOString()).toBe('2027-12-01T02:00:00.000Z');
    expect(shown(zone, at)).toBe(expected);
    const { day, minutes } = wallTime(zone, at);
    expect(
      `${day} ${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`,
    ).toBe(expected);
  });

  it('show the same for every moment as the formatter does, and lead back to it', () => {
    const moment = fc.date({ min: new Date('2024-01-01'), max: new Date('2032-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), moment, (zone, given) => {
        const at = new Date(Math.floor(given.getTime() / 60_000) * 60_000);
        const { day, minutes } = wallTime(zone, at);
        expect(shown(zone, at).slice(0, 10)).toBe(day);
        const back = momentOf(zone, day, minutes);
        // An hour that comes twice is the first of the two; the clock shows the same.
        expect(back.getTime()).toBeLessThanOrEqual(at.getTime());
        expect(shown(zone, back)).toBe(shown(zone, at));
      }),
    );
  });

  it('jump where clocks go forward, and repeat where they go back', () => {
    const zone = 'America/New_York';
    expect(momentOf(zone, '2027-03-14', 150).toISOString()).toBe('2027-03-14T07:30:00.000Z');
    expect(momentOf(zone, '2027-11-07', 90).toISOString()).toBe('2027-11-07T05:30:00.000Z');
    expect([
      offsetMinutes(zone, new Date('2027-03-14T06:59:00Z')),
      offsetMinutes(zone, new Date('2027-03-14T07:00:00Z')),
    ]).toEqual([-300, -240]);
  });
});

describe('times to meet', () => {
  const window = {
    from: new Date('2027-11-29T00:00:00Z'),
    to: new Date('2027-12-06T00:00:00Z'),
    zone: 'Asia/Seoul',
    lengthMinutes: 60,
    limit: 3,
  };

  it('of Busan, Nepal and Vladivostok lie within the hours of all three', () => {
    const all = ['Asia/Seoul', 'Asia/Kathmandu', 'Asia/Vladivostok'].map((zone) => attendee(zone));
    const found = findTimes(all, window);
    expect(found).toHaveLength(3);
    for (const { startsAt, strainMinutes } of found) {
      expect(strainMinutes).toBe(0);
      for (const zone of ['Asia/Seoul', 'Asia/Kathmandu', 'Asia/Vladivostok']) {
        const [, clock = ''] = shown(zone, startsAt).split(' ');
        expect(clock >= '09:00' && clock <= '17:00').toBe(true);
      }
    }
    // 09:00 in Kathmandu is 12:15 in Busan and 13:15 in Vladivostok; the middle of what is common is best.
    expect(found.map(({ startsAt }) => startsAt.toISOString().slice(11, 16))).toEqual(Array(3).fill('05:00'));
  });

  it('never fall on a day off, and move by an hour with the daylight-saving time of another place', () => {
    const holiday = attendee('Asia/Seoul', { holidays: new Set(['2027-11-29', '2027-11-30']) });
    expect(findTimes([holiday], window)[0]?.startsAt.toISOString()).toBe('2027-12-01T04:00:00.000Z');

    const early = attendee('Europe/London');
    const common = (day: string): string | undefined =>
      findTimes(
        [attendee('Asia/Seoul', { workingHours: [{ weekday: 3, from: '09:00', to: '22:00' }] }), early],
        {
          ...window,
          from: new Date(`${day}T00:00:00Z`),
          to: new Date(`${day}T23:00:00Z`),
        },
      )[0]?.startsAt.toISOString();
    expect(common('2027-10-27')).toBe('2027-10-27T10:00:00.000Z');
    expect(common('2027-11-03')).toBe('2027-11-03T10:30:00.000Z');
  });

  it('ask little of whoever they suit least where there is no common hour', () => {
    const found = findTimes([attendee('Asia/Seoul'), attendee('Europe/Lisbon')], window);
    expect(found.map(({ strainMinutes }) => strainMinutes)).toEqual([30, 30, 30]);
    const noon = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '12:00', to: '14:00' }));
    const apart = ['Asia/Seoul', 'America/New_York'].map((zone) => attendee(zone, { workingHours: noon }));
    expect(findTimes(apart, window)).toEqual([]);
  });

  it('are found for nobody who never works', () => {
    expect(findTimes([attendee('Asia/Seoul', { workingHours: [] })], window)).toEqual([]);
  });

  it('lie within the hours of all, whoever they are, or say by how much they do not', () => {
    const clock = fc.integer({ min: 0, max: 20 });
    const person = fc.record({
      zone: fc.constantFrom(...ZONES),
      from: clock,
      hours: fc.integer({ min: 1, max: 4 }),
    });
    fc.assert(
      fc.property(
        fc.array(person, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(30, 45, 60),
        (people, length) => {
          const two = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;
          const all = people.map(({ zone, from, hours }, index) =>
            attendee(zone, {
              id: String(index),
              workingHours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
                weekday,
                from: two(from),
                to: two(from + hours),
              })),
            }),
          );
          for (const { startsAt, strainMinutes } of findTimes(all, { ...window, lengthMinutes: length })) {
            const inside = people.every(({ zone, from, hours }) => {
              const { minutes } = wallTime(zone, startsAt);
              return minutes >= from * 60 && minutes + length <= (from + hours) * 60;
            });
            expect(inside).toBe(strainMinutes === 0);
          }
        },
      ),
    );
  });
});

describe('the grid of a day', () => {
  it('shows whole hours of each, in the columns of the reader', () => {
    const rows = dayGrid(
      [attendee('Asia/Seoul'), attendee('Asia/Kathmandu', { holidays: new Set(['2027-12-01']) })],
      {
        zone: 'Asia/Seoul',
        day: '2027-12-01',
      },
    );
    expect(rows.columns).toHaveLength(24);
    expect(rows.columns[0]?.toISOString()).toBe('2027-11-30T15:00:00.000Z');
    const [busan, nepal] = rows.rows;
    expect(busan?.isFree.flatMap((free, hour) => (free ? [hour] : []))).toEqual([
      9, 10, 11, 12, 13, 14, 15, 16, 17,
    ]);
    // 18:00 in Kathmandu is 21:15 in Busan, of the day before: the hour from 20:00 is the last whole one.
    expect(nepal?.isFree.some(Boolean)).toBe(false);
    expect(nepal?.holidays).toEqual(['2027-12-01']);
  });

  it('has as many columns as the day has hours', () => {
    expect(dayGrid([], { zone: 'America/New_York', day: '2027-03-14' }).columns).toHaveLength(23);
    expect(dayGrid([], { zone: 'America/New_York', day: '2027-11-07' }).columns).toHaveLength(25);
  });
});
