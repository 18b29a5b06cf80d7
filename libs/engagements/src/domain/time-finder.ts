import { dayAfter, momentOf, wallTime, weekdayOfDay } from './wall-clock.js';

/** Somebody who is to take part, with the hours they work by their own wall clock. */
export interface Attendee {
  readonly id: string;
  /** IANA. */
  readonly timeZone: string;
  readonly workingHours: readonly { readonly weekday: number; readonly from: string; readonly to: string }[];
  /** Days off, by their own calendar. */
  readonly holidays: ReadonlySet<string>;
}

/** Where people have not said when they work. */
export const USUAL_HOURS = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '18:00' }));

/** A beginning at which all could meet, or nearly. */
export interface FoundTime {
  readonly startsAt: Date;
  /** Minutes outside the hours of whoever it suits least; 0 where it is within everybody's. */
  readonly strainMinutes: number;
}

export interface GridRow {
  readonly id: string;
  /** For each column whether the whole hour lies within the person's hours. */
  readonly isFree: readonly boolean[];
  /** The first day of the columns is a day off, by the person's calendar. */
  readonly holidays: readonly string[];
}

interface Span {
  readonly from: number;
  readonly to: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Every offset of a zone is a multiple of it. */
const STEP = 15 * MINUTE;
/** Nobody is asked to come further from their hours than this. */
const MAX_STRAIN = 180;

/** The times a person works between two moments. A day off has none. */
export function workingSpans(attendee: Attendee, from: Date, to: Date): Span[] {
  const { timeZone, workingHours, holidays } = attendee;
  const spans: Span[] = [];
  const last = dayAfter(wallTime(timeZone, to).day, 1);
  for (let day = dayAfter(wallTime(timeZone, from).day, -1); day <= last; day = dayAfter(day, 1)) {
    if (holidays.has(day)) continue;
    for (const hours of workingHours.filter(({ weekday }) => weekday === weekdayOfDay(day))) {
      const at = (clock: string): number => momentOf(timeZone, day, minutesOf(clock)).getTime();
      spans.push({ from: at(hours.from), to: at(hours.to) });
    }
  }
  return spans;
}

/**
 * The best beginnings of a session between two moments: within everybody's hours and as far from their edges as can
 * be, one for each day of `zone`; where there are none, those that ask least of whoever they suit least. In order of
 * time.
 */
export function findTimes(
  attendees: readonly Attendee[],
  window: { from: Date; to: Date; zone: string; lengthMinutes: number; limit: number },
): FoundTime[] {
  const spans = attendees.map((attendee) => workingSpans(attendee, window.from, window.to));
  const length = window.lengthMinutes * MINUTE;
  const best = new Map<string, FoundTime & { comfort: number }>();
  const first = Math.ceil(window.from.getTime() / STEP) * STEP;
  for (let at = first; at + length <= window.to.getTime(); at += STEP) {
    // Above zero: minutes to the next edge of somebody's hours. Below: minutes outside them.
    const comfort = Math.min(...spans.map((own) => comfortOf(own, at, length)));
    if (comfort < -MAX_STRAIN) continue;
    const { day } = wallTime(window.zone, new Date(at));
    const known = best.get(day);
    if (known && known.comfort >= comfort) continue;
    best.set(day, { startsAt: new Date(at), comfort, strainMinutes: Math.max(0, -comfort) });
  }
  return [...best.values()]
    .sort((one, other) => one.strainMinutes - other.strainMinutes || +one.startsAt - +other.startsAt)
    .slice(0, window.limit)
    .sort((one, other) => +one.startsAt - +other.startsAt)
    .map(({ startsAt, strainMinutes }) => ({ startsAt, strainMinutes }));
}

/** Who works when on one day of `zone`, hour by hour. */
export function dayGrid(
  attendees: readonly Attendee[],
  { zone, day }: { zone: string; day: string },
): { columns: Date[]; rows: GridRow[] } {
  const from = momentOf(zone, day, 0);
  const to = momentOf(zone, day, 1440);
  const columns: Date[] = [];
  for (let at = from.getTime(); at < to.getTime(); at += HOUR) columns.push(new Date(at));
  const rows = attendees.map((attendee) => {
    const spans = workingSpans(attendee, from, to);
    const days = columns.map((column) => wallTime(attendee.timeZone, column).day);
    return {
      id: attendee.id,
      isFree: columns.map((column) => comfortOf(spans, column.getTime(), HOUR) >= 0),
      holidays: [...new Set(days)].filter((each) => attendee.holidays.has(each)),
    };
  });
  return { columns, rows };
}

function comfortOf(spans: readonly Span[], at: number, length: number): number {
  return Math.max(-Infinity, ...spans.map(({ from, to }) => Math.min(at - from, to - at - length) / MINUTE));
}

function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}
