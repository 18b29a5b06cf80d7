import { fromWall, toWall } from '../../lib/zoned-time.js';

/** Until when a row of the inbox may be put off, by the clock of the reader. */
export const SNOOZE_CHOICES = ['later', 'tomorrow', 'next-week'] as const;
export type SnoozeChoice = (typeof SNOOZE_CHOICES)[number];

const MONDAY = 1;
const MORNING = '09:00';
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * In three hours; tomorrow, or on the Monday after today, at nine.
 *
 * @param zone of the reader, who may sit at a machine of another one; IANA
 */
export function snoozeTime(choice: SnoozeChoice, now: Date, zone: string): Date {
  if (choice === 'later') return new Date(now.getTime() + 3 * HOUR_MS);
  const today = new Date(`${toWall(now.toISOString(), zone).slice(0, 10)}T00:00:00Z`);
  const days = choice === 'tomorrow' ? 1 : (MONDAY - today.getUTCDay() + 7) % 7 || 7;
  const day = new Date(today.getTime() + days * DAY_MS).toISOString().slice(0, 10);
  return new Date(fromWall(`${day}T${MORNING}`, zone) ?? now);
}
