import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform/database';
import { defineJob, Timers } from '#libs/platform/queue';
import { MilestoneRepository } from '../data/milestone.repository.js';
import { nextReminder, reminderFor } from '../domain/reminders.js';

/** Looks at a milestone on the morning of a reminder. */
export const WATCH_MILESTONE = defineJob<{ milestoneId: string }>({
  name: 'watch-milestone',
  queue: 'default',
});

/** A moment that is over by every clock. */
const AT_ONCE = new Date(0);

/** The one clock of each milestone. */
@Injectable()
export class MilestoneTimers {
  constructor(private readonly milestones: MilestoneRepository) {}

  /**
   * Waits for the next reminder. `atOnce`: what is called for already is looked at now, as with a day that was near
   * or over when it was set.
   */
  async wait(tx: Transaction, milestoneId: string, { atOnce }: { atOnce: boolean }): Promise<void> {
    const { daysAfter } = await this.milestones.clock(tx, milestoneId);
    const isCalledFor = atOnce && reminderFor(daysAfter, null) !== undefined;
    const next = isCalledFor ? daysAfter : nextReminder(daysAfter);
    if (next === undefined) return this.drop(tx, milestoneId);
    const dueAt = isCalledFor ? AT_ONCE : await this.milestones.morning(tx, milestoneId, next);
    await Timers.set(tx, WATCH_MILESTONE, { key: keyOf(milestoneId), dueAt, payload: { milestoneId } });
  }

  async drop(tx: Transaction, milestoneId: string): Promise<void> {
    await Timers.drop(tx, keyOf(milestoneId));
  }
}

const keyOf = (milestoneId: string): string => `milestone:${milestoneId}`;
