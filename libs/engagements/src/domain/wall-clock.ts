const MINUTE = 60_000;
const DAY = 86_400_000;
const clocks = new Map<string, Intl.DateTimeFormat>();

/** What a wall clock shows. */
export interface WallTime {
  /** `2027-03-01` */
  readonly day: string;
  /** ISO 8601: 1 is Monday. */
  readonly weekday: number;
  /** Since midnight, by the clock. */
  readonly minutes: number;
}

/** How far a zone is ahead of UTC at a moment, in minutes: 345 for Asia/Kathmandu. */
export function offsetMinutes(zone: string, at: Date): number {
  const parts = new Map(
    clockOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0;
  const shown = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return Math.round((shown - Math.floor(at.getTime() / 1_000) * 1_000) / MINUTE);
}

export function wallTime(zone: string, at: Date): WallTime {
  const shown = new Date(at.getTime() + offsetMinutes(zone, at) * MINUTE);
  return {
    day: shown.toISOString().slice(0, 10),
    weekday: weekdayOf(shown),
    minutes: shown.getUTCHours() * 60 + shown.getUTCMinutes(),
  };
}

/**
 * The moment at which the wall clock of a zone shows `minutes` after midnight of `day`; 1,440 is the end of the day.
 * A time that is skipped when clocks go forward is the moment of the jump or after; one that comes twice, the first.
 */
export function momentOf(zone: string, day: string, minutes: number): Date {
  const shown = Date.parse(`${day}T00:00:00Z`) + minutes * MINUTE;
  const guesses = [-DAY, 0, DAY].map((shift) => offsetMinutes(zone, new Date(shown + shift)));
  const moments = [...new Set(guesses)]
    .map((offset) => shown - offset * MINUTE)
    .sort((one, other) => one - other);
  const exact = moments.find((at) => at + offsetMinutes(zone, new Date(at)) * MINUTE === shown);
  return new Date(exact ?? moments.at(-1) ?? shown);
}

/** The calendar day `days` later. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

export function weekdayOfDay(day: string): number {
  return weekdayOf(new Date(`${day}T00:00:00Z`));
}

const weekdayOf = (date: Date): number => date.getUTCDay() || 7;

function clockOf(zone: string): Intl.DateTimeFormat {
  let clock = clocks.get(zone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'iso8601',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    clocks.set(zone, clock);
  }
  return clock;
}
