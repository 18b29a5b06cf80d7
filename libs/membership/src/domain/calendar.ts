const DAY_MS = 86_400_000;

/** The same time of day `days` later, in UTC; earlier where negative. */
export function addDays(at: Date, days: number): Date {
  return new Date(at.getTime() + days * DAY_MS);
}

/** The same day and time `months` later, in UTC; the last day of a month that is too short for it. */
export function addMonths(at: Date, months: number): Date {
  const moved = new Date(at);
  moved.setUTCDate(1);
  moved.setUTCMonth(moved.getUTCMonth() + months);
  const daysInMonth = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate();
  moved.setUTCDate(Math.min(at.getUTCDate(), daysInMonth));
  return moved;
}

/** The moment a day is over in UTC. */
export function endOfDay(day: string): Date {
  return addDays(new Date(`${day}T00:00:00Z`), 1);
}

/** `2027-02-01` of a time, in UTC. */
export function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}

/** A day is past or present once it has begun somewhere on Earth: 14 hours ahead of UTC at most. */
export function isToCome(day: string, now: Date): boolean {
  return day > dayOf(new Date(now.getTime() + 14 * 3_600_000));
}
