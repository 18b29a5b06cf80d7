import type { NotificationSettings } from './settings.js';

/** Every zone is off by whole quarters, and so are the times people choose. */
const QUARTER_MS = 15 * 60_000;
const QUARTERS_OF_A_WEEK = 7 * 24 * 4;
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

interface WallClock {
  /** ISO 8601: 1 is Monday. */
  readonly weekday: number;
  /** `07:00` */
  readonly time: string;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** What the clock on the wall of `zone` (IANA) shows. */
export function wallClock(at: Date, zone: string): WallClock {
  let format = formats.get(zone);
  if (!format) {
    const parts = { weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
    format = new Intl.DateTimeFormat('en-US', { ...parts, timeZone: zone });
    formats.set(zone, format);
  }
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  return { weekday: WEEKDAYS.indexOf(part.weekday ?? '') + 1, time: `${part.hour}:${part.minute}` };
}

/** When the person may be disturbed: now, or when the quiet hours, and days, are over. */
export function undisturbedUntil(settings: NotificationSettings, zone: string, now: Date): Date {
  if (!isQuiet(settings, wallClock(now, zone))) return now;
  return nextQuarter(now, zone, (clock) => !isQuiet(settings, clock)) ?? now;
}

/** When the next mail of the day is due, not in quiet hours. */
export function nextDigest(settings: NotificationSettings, zone: string, now: Date): Date {
  const time = `${String(settings.digestHour).padStart(2, '0')}:00`;
  const at = nextQuarter(now, zone, (clock) => clock.time === time) ?? now;
  return undisturbedUntil(settings, zone, at);
}

function isQuiet({ quiet, quietDays }: NotificationSettings, { weekday, time }: WallClock): boolean {
  if (quietDays.includes(weekday)) return true;
  if (!quiet) return false;
  const { from, to } = quiet;
  return from < to ? time >= from && time < to : time >= from || time < to;
}

function nextQuarter(after: Date, zone: string, fits: (clock: WallClock) => boolean): Date | undefined {
  const first = (Math.floor(after.getTime() / QUARTER_MS) + 1) * QUARTER_MS;
  for (let step = 0; step <= QUARTERS_OF_A_WEEK; step += 1) {
    const at = new Date(first + step * QUARTER_MS);
    if (fits(wallClock(at, zone))) return at;
  }
  return undefined;
}
