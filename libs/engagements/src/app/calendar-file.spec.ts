import ICAL from 'ical.js';
import { type CalendarEntry, feed, invitation } from './calendar-file.js';
import type { SessionState } from '../domain/session.js';
import { momentOf } from '../domain/wall-clock.js';

const organizer = { name: 'TTN', email: 'no-reply@ttn.invalid' };
const attendee = { name: 'Person; with, "marks"', email: 'person@example.org' };

function entry(state: SessionState, sequence: number, startsAt: Date): CalendarEntry {
  return {
    session: {
      id: '01890000-0000-7000-8000-000000000001',
      state,
      sequence,
      startsAt,
      lengthMinutes: 90,
      place: 'https://meet.example.org/room, 2nd floor',
      updatedAt: new Date('2027-01-02T03:04:05Z'),
    },
    title: 'Session: 해안 산책로, “pier”',
    description: `One line\nand another; ${'with many words '.repeat(12)}`,
    url: 'https://ttn.example.org/o/busan/engagements/1',
  };
}

/** Reads a file as another program does. */
function read(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
  const [component] = calendar.getAllSubcomponents('vevent');
  if (!component) throw new Error('There is no event.');
  return { calendar, component, event: new ICAL.Event(component) };
}

describe('a session in a calendar', () => {
  const at = momentOf('Asia/Seoul', '2027-12-01', 11 * 60);

  it('keeps its identity while it is made, moved and cancelled', () => {
    const files = [
      invitation(entry('confirmed', 1, at), organizer, attendee),
      invitation(entry('confirmed', 3, momentOf('Asia/Seoul', '2027-12-02', 900)), organizer, attendee),
      invitation(entry('cancelled', 4, at), organizer, attendee),
    ].map(read);
    expect(new Set(files.map(({ event }) => event.uid)).size).toBe(1);
    expect(files.map(({ event }) => event.sequence)).toEqual([1, 3, 4]);
    expect(files.map(({ calendar }) => calendar.getFirstPropertyValue('method'))).toEqual([
      'REQUEST',
      'REQUEST',
      'CANCEL',
    ]);
    expect(files.map(({ component }) => component.getFirstPropertyValue('status'))).toEqual([
      'CONFIRMED',
      'CONFIRMED',
      'CANCELLED',
    ]);
  });

  it('says its moment in UTC, who asks whom, and texts as they were written', () => {
    const file = invitation(entry('confirmed', 1, at), organizer, attendee);
    const { component, event } = read(file);
    expect(event.startDate.toJSDate().toISOString()).toBe('2027-12-01T02:00:00.000Z');
    expect(event.endDate.toJSDate().toISOString()).toBe('2027-12-01T03:30:00.000Z');
    expect(event.startDate.zone).toBe(ICAL.Timezone.utcTimezone);
    expect(event.summary).toBe('Session: 해안 산책로, “pier”');
    expect(event.description).toBe(entry('confirmed', 1, at).description);
    expect(event.location).toBe('https://meet.example.org/room, 2nd floor');
    expect(component.getFirstPropertyValue('organizer')).toBe('mailto:no-reply@ttn.invalid');
    expect(component.getFirstPropertyValue('attendee')).toMatch(/^mailto:person@example\.org$/i);
    expect(component.getFirstPropertyValue('dtstamp')).toBeTruthy();
    // RFC 5545: lines end in CRLF and are folded at 75 octets.
    expect(file.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  });

  it.each(['2027-03-13', '2027-03-14', '2027-03-15', '2027-11-06', '2027-11-07', '2027-11-08'])(
    'is at ten in New York on %s, whatever the clocks there do',
    (day) => {
      const start = momentOf('America/New_York', day, 600);
      const { event } = read(invitation(entry('confirmed', 1, start), organizer, attendee));
      const shown = event.startDate.toJSDate().toLocaleString('sv-SE', { timeZone: 'America/New_York' });
      expect(shown).toBe(`${day} 10:00:00`);
    },
  );

  it('stands in a feed with its state', () => {
    const file = feed('TTN', [entry('confirmed', 1, at), entry('cancelled', 2, at), entry('moved', 3, at)]);
    const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
    const states = calendar.getAllSubcomponents('vevent').map((one) => one.getFirstPropertyValue('status'));
    expect(states).toEqual(['CONFIRMED', 'CANCELLED', 'TENTATIVE']);
  });
});

describe('a session where clocks change', () => {
  /** Days around the changes of Berlin, Sydney, New York and Lord Howe, and one far from all. */
  const DAYS = ['2027-03-13', '2027-03-14', '2027-03-27', '2027-03-28', '2027-04-03', '2027-04-04'];
  const LATER = [
    '2027-10-02',
    '2027-10-03',
    '2027-10-30',
    '2027-10-31',
    '2027-11-06',
    '2027-11-07',
    '2027-12-15',
  ];
  const shown = (zone: string, at: Date): string => at.toLocaleString('sv-SE', { timeZone: zone });
  const startOf = (zone: string, day: string, minutes: number): Date =>
    read(
      invitation(entry('confirmed', 1, momentOf(zone, day, minutes)), organizer, attendee),
    ).event.startDate.toJSDate();

  it('is at the hour that was chosen, on the wall of every zone there is', () => {
    const zones = Intl.supportedValuesOf('timeZone');
    expect(zones.length).toBeGreaterThan(400);
    const wrong = zones.flatMap((zone) =>
      [...DAYS, ...LATER].flatMap((day) => {
        const at = startOf(zone, day, 600);
        return shown(zone, at) === `${day} 10:00:00` ? [] : [`${zone} ${day}: ${shown(zone, at)}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it.each([
    ['Europe/Berlin', '2027-03-27', '2027-03-28', '03:00', '04:00'],
    ['Europe/Berlin', '2027-10-30', '2027-10-31', '04:00', '03:00'],
    ['Australia/Sydney', '2027-04-03', '2027-04-04', '13:00', '12:00'],
    ['Australia/Sydney', '2027-10-02', '2027-10-03', '12:00', '13:00'],
    ['Asia/Kathmandu', '2027-03-27', '2027-03-28', '07:45', '07:45'],
    ['Asia/Vladivostok', '2027-10-30', '2027-10-31', '12:00', '12:00'],
  ])('at eleven in Busan, moves for %s alone from %s to %s', (zone, before, after, then, now) => {
    for (const [day, clock] of [[before, then] as const, [after, now] as const]) {
      const at = startOf('Asia/Seoul', day, 660);
      expect([shown('Asia/Seoul', at), shown(zone, at)]).toEqual([`${day} 11:00:00`, `${day} ${clock}:00`]);
    }
  });

  it('stays where it was agreed on when it is moved across the change of another place', () => {
    const [winter, summer] = ['2027-03-26', '2027-03-29'].map((day) => startOf('Europe/Berlin', day, 600));
    expect([winter, summer].map((at) => at && shown('Asia/Seoul', at).slice(11))).toEqual([
      '18:00:00',
      '17:00:00',
    ]);
  });
});
