/** What somebody of an organization stated and answers for. */
export interface Fact {
  /** Who wrote it or said last that it is right; null where TTN itself loaded it. */
  readonly ownerId: string | null;
  /** When that was. */
  readonly checkedAt: Date;
  /** Since when its owner has been asked whether it is still right; null while nobody was. */
  readonly askedAt: Date | null;
}

/** After so many months a fact is asked about. */
export const STALE_AFTER_MONTHS = 12;

/** When a fact has to be looked at again: a year after the last time, or when what it states runs out. */
export function dueAt({ checkedAt }: Pick<Fact, 'checkedAt'>, runsOut: string | null = null): Date {
  const due = new Date(checkedAt);
  const day = due.getUTCDate();
  due.setUTCMonth(due.getUTCMonth() + STALE_AFTER_MONTHS);
  // A leap day has no anniversary in other years: the day before it has.
  if (due.getUTCDate() !== day) due.setUTCDate(0);
  if (runsOut === null) return due;
  const end = dayAfter(runsOut);
  // Confirmed after it ran out, it is known to have.
  return end > checkedAt && end < due ? end : due;
}

export function isStale(fact: Pick<Fact, 'checkedAt'>, now: Date, runsOut: string | null = null): boolean {
  return dueAt(fact, runsOut) <= now;
}

function dayAfter(day: string): Date {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date;
}
