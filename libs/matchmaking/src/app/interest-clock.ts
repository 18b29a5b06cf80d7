import type { Transaction } from '#libs/platform/database';
import { defineJob, Timers } from '#libs/platform/queue';
import { type Interest, INTEREST_DAYS } from '../domain/interest.js';

export interface InterestDue {
  readonly interestId: string;
}

/** Recalls an interest to the organization that has not answered it. */
export const REMIND_RECEIVER = defineJob<InterestDue>({ name: 'remind-receiver', queue: 'default' });

/** Ends an interest that nobody has answered. */
export const EXPIRE_INTEREST = defineJob<InterestDue>({ name: 'expire-interest', queue: 'default' });

const DAY = 86_400_000;
const reminderOf = (id: string): string => `interest-reminder:${id}`;
const expiryOf = (id: string): string => `interest-expiry:${id}`;

/** The two moments at which somebody looks whether it has been answered; rows of the same transaction. */
export async function startClock(tx: Transaction, { id, sentAt, expiresAt }: Interest): Promise<void> {
  const payload = { interestId: id };
  const remindAt = new Date(sentAt.getTime() + INTEREST_DAYS.remindedAfter * DAY);
  await Timers.set(tx, REMIND_RECEIVER, { key: reminderOf(id), dueAt: remindAt, payload });
  await Timers.set(tx, EXPIRE_INTEREST, { key: expiryOf(id), dueAt: expiresAt, payload });
}

/** It was answered or taken back: nobody needs to look again. */
export async function stopClock(tx: Transaction, id: string): Promise<void> {
  await Timers.drop(tx, reminderOf(id));
  await Timers.drop(tx, expiryOf(id));
}
