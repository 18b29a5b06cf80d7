/** Until when a row of the inbox may be put off, by the clock of the reader. */
export const SNOOZE_CHOICES = ['later', 'tomorrow', 'next-week'] as const;
export type SnoozeChoice = (typeof SNOOZE_CHOICES)[number];

const MONDAY = 1;
const MORNING = 9;

/** In three hours; tomorrow, or on the Monday after today, at nine. */
export function snoozeTime(choice: SnoozeChoice, now: Date): Date {
  if (choice === 'later') return new Date(now.getTime() + 3 * 3_600_000);
  const days = choice === 'tomorrow' ? 1 : (MONDAY - now.getDay() + 7) % 7 || 7;
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, MORNING);
}
