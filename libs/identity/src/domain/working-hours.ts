/** The hours of one weekday, by the wall clock of the person's time zone. */
export interface WorkingHours {
  /** ISO 8601: 1 is Monday, 7 is Sunday. */
  readonly weekday: number;
  /** `09:00` */
  readonly from: string;
  /** `18:00`, later than `from`; `24:00` is midnight at the end of the day. */
  readonly to: string;
}

const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** Whether `hours` make a week: each weekday once at most, each beginning before it ends. */
export function isWeek(hours: readonly WorkingHours[]): boolean {
  const weekdays = new Set(hours.map(({ weekday }) => weekday));
  return weekdays.size === hours.length && hours.every(isDay);
}

function isDay({ weekday, from, to }: WorkingHours): boolean {
  const known = Number.isInteger(weekday) && weekday >= 1 && weekday <= 7;
  return known && CLOCK.test(from) && (CLOCK.test(to) || to === '24:00') && from < to;
}

/** The same week, Monday first. */
export function inOrder(hours: readonly WorkingHours[]): WorkingHours[] {
  return hours
    .map(({ weekday, from, to }) => ({ weekday, from, to }))
    .sort((one, other) => one.weekday - other.weekday);
}
