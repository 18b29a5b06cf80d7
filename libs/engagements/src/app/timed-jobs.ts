import { defineJob } from '#libs/platform/queue';
import type { ChaseStep } from '../domain/deliverable.js';

export interface OfEngagement {
  readonly engagementId: string;
}
export interface OfSession extends OfEngagement {
  readonly sessionId: string;
}
export interface OfReminder extends OfSession {
  /** Which reminder: minutes before the session begins. */
  readonly minutes: number;
  /** The beginning it reminds of, RFC 3339; another one has other timers. */
  readonly startsAt: string;
}
export interface OfDeliverable extends OfEngagement {
  readonly deliverableId: string;
  readonly step: ChaseStep;
}

/** Ends an agreement that is not signed, opens ratings, tells that a decision is overdue. */
export const MOVE_DUE_ENGAGEMENT = defineJob<OfEngagement>({ name: 'move-due-engagement', queue: 'default' });
export const REMIND_OF_SESSION = defineJob<OfReminder>({ name: 'remind-of-session', queue: 'default' });
/** Minutes that were not objected to in five days stand. */
export const CONFIRM_MINUTES = defineJob<OfSession>({ name: 'confirm-minutes', queue: 'default' });
/** A deliverable without an answer: a reminder, then the secretariat. */
export const CHASE_ANSWER = defineJob<OfDeliverable>({ name: 'chase-answer', queue: 'default' });
