import { addDays, addMonths } from './calendar.js';

export const CONFIRMATION_MONTHS = 12;
export const HIDDEN_MONTHS = 6;
export const CONFIRMATION_REMINDER_DAYS = 30;

/**
 * That an organization still takes part, said once a year by itself, with or without full membership. Left unsaid,
 * it is hidden with its data kept, and closed half a year later.
 */
export interface Participation {
  readonly organizationId: string;
  readonly confirmedAt: Date;
  /** Since when the missing confirmation hides it; null while it is up to date. */
  readonly lapsedAt: Date | null;
  /** When the clock hides or closes it; null once it is closed. */
  readonly dueAt: Date | null;
  readonly version: number;
}

/** A participation of which something is due. */
export type DueParticipation = Participation & { readonly dueAt: Date };

/** `due`: asked for its confirmation; `hidden`: for want of it. */
export const PARTICIPATION_STANDINGS = ['due', 'hidden'] as const;
export type ParticipationStanding = (typeof PARTICIPATION_STANDINGS)[number];

/** When a participation that is confirmed, or hidden, is due for its next move. */
export function participationDue({
  confirmedAt,
  lapsedAt,
}: Pick<Participation, 'confirmedAt' | 'lapsedAt'>): Date {
  return lapsedAt ? addMonths(lapsedAt, HIDDEN_MONTHS) : addMonths(confirmedAt, CONFIRMATION_MONTHS);
}

export function participationReminder(dueAt: Date): Date {
  return addDays(dueAt, -CONFIRMATION_REMINDER_DAYS);
}
