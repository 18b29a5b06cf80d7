import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform/database';
import { defineJob, Timers } from '#libs/platform/queue';
import { OpportunityRepository } from '../data/opportunity.repository.js';
import type { Opportunity } from '../domain/opportunity.js';
import { OUTCOME_DAYS, REMINDER_DAYS } from '../domain/opportunity-states.js';

const DAY = 86_400_000;

/** Ends an opportunity whose time is over. */
export const EXPIRE_OPPORTUNITY = defineJob<{ opportunityId: string }>({
  name: 'expire-opportunity',
  queue: 'default',
});

/** Tells the owner two weeks before the end. */
export const REMIND_OF_END = defineJob<{ opportunityId: string }>({
  name: 'remind-of-opportunity-end',
  queue: 'default',
});

/** Asks the owner what came of it. */
export const ASK_OUTCOME = defineJob<{ opportunityId: string }>({ name: 'ask-outcome', queue: 'default' });

/** Keeps the timers of an opportunity in step with it. Set again with every change, they never ring for what was. */
@Injectable()
export class OpportunityLife {
  constructor(private readonly opportunities: OpportunityRepository) {}

  async follow(tx: Transaction, opportunity: Opportunity): Promise<void> {
    const { id, state, endsAt, outcome } = opportunity;
    const isAlive = state === 'published' || state === 'paused';
    await this.clear(tx, id);
    const payload = { opportunityId: id };
    if (isAlive && endsAt !== null) {
      await Timers.set(tx, EXPIRE_OPPORTUNITY, { key: expiryOf(id), dueAt: endsAt, payload });
      const remindAt = new Date(endsAt.getTime() - REMINDER_DAYS * DAY);
      // Whoever publishes for less than two weeks knows the end.
      if (remindAt > (await this.opportunities.dayAfter(tx, 0))) {
        await Timers.set(tx, REMIND_OF_END, { key: reminderOf(id), dueAt: remindAt, payload });
      }
    }
    if (state === 'filled' && outcome === null) {
      const dueAt = await this.opportunities.dayAfter(tx, OUTCOME_DAYS);
      await Timers.set(tx, ASK_OUTCOME, { key: outcomeOf(id), dueAt, payload });
    }
  }

  private async clear(tx: Transaction, id: string): Promise<void> {
    for (const key of [expiryOf(id), reminderOf(id), outcomeOf(id)]) await Timers.drop(tx, key);
  }
}

const expiryOf = (id: string): string => `opportunity-expiry:${id}`;
const reminderOf = (id: string): string => `opportunity-reminder:${id}`;
const outcomeOf = (id: string): string => `opportunity-outcome:${id}`;
