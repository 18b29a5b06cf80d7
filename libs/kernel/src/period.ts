import { InvalidInput } from './domain-error.js';

/** Whole days, both included, as ISO 8601 calendar dates: `{ from: '2027-03-01', to: '2027-11-30' }`. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** True for a calendar date that exists: `2027-02-28`, not `2027-02-30`. Years 1900 to 2999. */
export function isDay(value: unknown): value is string {
  if (typeof value !== 'string' || !/^(?:19|2\d)\d{2}-\d{2}-\d{2}$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

/** A period that does not end before it begins; throws `request/invalid` (422) otherwise. */
export function period(from: string, to: string): Period {
  if (!isDay(from)) throw new InvalidInput([{ pointer: '/from', code: 'period/not-a-day' }]);
  if (!isDay(to)) throw new InvalidInput([{ pointer: '/to', code: 'period/not-a-day' }]);
  if (to < from) throw new InvalidInput([{ pointer: '/to', code: 'period/ends-before-it-begins' }]);
  return { from, to };
}
