/** When those who have to hand something in are reminded, in days after its day. */
export const REMINDER_DAYS = [-14, -3, 1, 7, 30] as const;
/** From this day before its day on a milestone is due. */
export const DUE_FROM = -14;
/** A delay that the officer is told of by mail once more. */
export const LONG_LATE = 30;

/** The reminder that is called for and was not sent yet; those that were missed before it are passed over. */
export function reminderFor(daysAfter: number, reminded: number | null): number | undefined {
  const newest = REMINDER_DAYS.filter((day) => day <= daysAfter).at(-1);
  return newest !== undefined && (reminded === null || newest > reminded) ? newest : undefined;
}

/** The day of the next reminder, in days after the milestone's day; undefined when no more will come. */
export function nextReminder(daysAfter: number): number | undefined {
  return REMINDER_DAYS.find((day) => day > daysAfter);
}
