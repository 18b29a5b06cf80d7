import { InvalidInput } from './domain-error.js';

/** Whole days, both included, as ISO 8601 calendar dates: `{ from: '2027-03-01', to: '2027-11-30' }`. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

const DAYS_OF_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** True for a calendar date that exists: `2027-02-28`, not `2027-02-30`. Years 1900 to 2999. */
export function isDay(value: unknown): value is string {
  if (typeof value !== 'string' || !/^(?:19|2\d)\d{2}-\d{2}-\d{2}$/.test(value)) return false;
  const [year = 0, month = 0, day = 0] = value.split('-').map(Number);
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = month === 2 && isLeap ? 29 : (DAYS_OF_MONTH[month - 1] ?? 0);
  return day >= 1 && day <= days;
}

/** A period that does not end before it begins; throws `request/invalid` (422) otherwise. */
export function period(from: string, to: string): Period {
  if (!isDay(from)) throw new InvalidInput([{ pointer: '/from', code: 'period/not-a-day' }]);
  if (!isDay(to)) throw new InvalidInput([{ pointer: '/to', code: 'period/not-a-day' }]);
  if (to < from) throw new InvalidInput([{ pointer: '/to', code: 'period/ends-before-it-begins' }]);
  return { from, to };
}

/** A day that may be absent; throws `request/invalid` (422) at `pointer` when it is no calendar date. */
export function checkedDay(pointer: string, day: string | null): string | null {
  if (day !== null && !isDay(day)) throw new InvalidInput([{ pointer, code: 'period/not-a-day' }]);
  return day;
}
