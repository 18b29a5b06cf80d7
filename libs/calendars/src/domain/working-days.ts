import { addDays, dayIn, startOfDay, weekdayOf } from './zoned-days.js';

/** No clock waits longer: a calendar without a single working day in a year is a mistake. */
const MOST_DAYS = 400;

/** When nobody works. */
export interface OffDays {
  /** ISO weekdays, 1 is Monday. */
  readonly weekend: readonly number[];
  /** Calendar days, `2026-12-25`. */
  readonly holidays: ReadonlySet<string>;
}

export function isWorkingDay(day: string, { weekend, holidays }: OffDays): boolean {
  return !weekend.includes(weekdayOf(day)) && !holidays.has(day);
}

/**
 * The working day that is the `days`-th after the day of `from`; that day itself never counts.
 *
 * @throws Error when there are not that many within 400 days
 */
export function workingDayAfter(from: string, days: number, off: OffDays): string {
  let day = from;
  let left = days;
  for (let looked = 0; left > 0; looked += 1) {
    if (looked >= MOST_DAYS) throw new Error(`There are no ${days} working days within ${MOST_DAYS} days.`);
    day = addDays(day, 1);
    if (isWorkingDay(day, off)) left -= 1;
  }
  return day;
}

/** The end of the `days`-th working day after the day of `from`, by the wall clock of `zone`. */
export function endOfWorkingDay(zone: string, from: Date, days: number, off: OffDays): Date {
  return startOfDay(zone, addDays(workingDayAfter(dayIn(zone, from), days, off), 1));
}
