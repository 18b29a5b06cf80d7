import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform/database';
import { defineJob, Timers } from '#libs/platform/queue';
import { EntryRepository } from '../data/entry.repository.js';
import { ProfileRepository } from '../data/profile.repository.js';
import { dueAt } from '../domain/fact.js';

/** Whose facts are to be looked at. */
export interface StaleFactsOf {
  readonly organizationId: string;
}

export const ASK_ABOUT_STALE_FACTS = defineJob<StaleFactsOf>({
  name: 'ask-about-stale-facts',
  queue: 'maintenance',
});

/** Of the timer of an organization. */
export const staleFactsKey = (organizationId: string): string => `stale-facts:${organizationId}`;

/** Keeps one timer an organization, at the time its next fact has to be looked at again. */
@Injectable()
export class FactCalendar {
  constructor(
    private readonly profiles: ProfileRepository,
    private readonly entries: EntryRepository,
  ) {}

  /** After every change of a fact, in its transaction. */
  async plan(tx: Transaction, organizationId: string): Promise<void> {
    const profile = await this.profiles.get(tx, organizationId);
    const entries = await this.entries.ofOrganizations(tx, [organizationId]);
    const waiting = [
      ...(profile.askedAt === null ? [dueAt(profile)] : []),
      ...entries.flatMap((entry) => (entry.askedAt === null ? [dueAt(entry, entry.expiresOn)] : [])),
    ];
    const key = staleFactsKey(organizationId);
    const [first] = waiting.sort((a, b) => a.getTime() - b.getTime());
    if (first)
      await Timers.set(tx, ASK_ABOUT_STALE_FACTS, { key, dueAt: first, payload: { organizationId } });
    else await Timers.drop(tx, key);
  }
}
