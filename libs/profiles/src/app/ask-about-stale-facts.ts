import { Injectable } from '@nestjs/common';
import { OrganizationsReader } from '#libs/organizations';
import type { Transaction } from '#libs/platform/database';
import { EntryRepository } from '../data/entry.repository.js';
import { ProfileRepository } from '../data/profile.repository.js';
import type { Entry } from '../domain/entry.js';
import { type Fact, isStale } from '../domain/fact.js';
import { FactCalendar } from './fact-calendar.js';
import { emitChanged } from './profile-changed.js';

/** Roles of those who answer for an organization as a whole. */
const HEADS: readonly string[] = ['owner', 'administrator'];

/**
 * Asks those who answer for facts of a profile whether they are still right, once a fact is a year old or has run
 * out. Where somebody has left, the owners of the organization are asked. Each is asked once.
 */
@Injectable()
export class AskAboutStaleFacts {
  constructor(
    private readonly profiles: ProfileRepository,
    private readonly entries: EntryRepository,
    private readonly organizations: OrganizationsReader,
    private readonly calendar: FactCalendar,
  ) {}

  async execute(tx: Transaction, organizationId: string): Promise<void> {
    const profile = await this.profiles.lock(tx, organizationId);
    if (!profile) return;
    const now = await this.profiles.clock(tx);
    const isWaiting = (fact: Fact, runsOut: string | null): boolean =>
      fact.askedAt === null && isStale(fact, now, runsOut);
    const all = await this.entries.ofOrganizations(tx, [organizationId]);
    const entries = all.filter((entry) => isWaiting(entry, entry.expiresOn));
    const isProfileStale = isWaiting(profile, null);
    if (isProfileStale) await this.profiles.markAsked(tx, organizationId);
    if (entries.length > 0)
      await this.entries.markAsked(
        tx,
        entries.map(({ id }) => id),
      );

    const facts = isProfileStale ? [profile, ...entries] : entries;
    for (const [toPersonId, count] of await this.answerable(tx, organizationId, facts)) {
      const source = {
        aggregateType: 'profile',
        aggregateId: organizationId,
        seq: profile.revision,
        organizationId,
      };
      tx.emit('profile.facts-stale', source, { toPersonId, facts: count });
    }
    if (entries.some((entry) => hasRunOut(entry, now))) {
      // What was certified is not any more, and matching must know.
      await this.profiles.touch(tx, organizationId);
      emitChanged(tx, await this.profiles.get(tx, organizationId));
    }
    await this.calendar.plan(tx, organizationId);
  }

  /** How many facts each person is asked about. */
  private async answerable(
    tx: Transaction,
    organizationId: string,
    facts: readonly Fact[],
  ): Promise<Map<string, number>> {
    const members = await this.organizations.membersOf(organizationId, tx);
    const present = new Set(members.map(({ personId }) => personId));
    const heads = members.filter(({ role }) => HEADS.includes(role)).map(({ personId }) => personId);
    const asked = new Map<string, number>();
    for (const { ownerId } of facts) {
      const persons = ownerId !== null && present.has(ownerId) ? [ownerId] : heads;
      for (const person of persons) asked.set(person, (asked.get(person) ?? 0) + 1);
    }
    return asked;
  }
}

function hasRunOut(entry: Entry, now: Date): boolean {
  return (
    entry.kind === 'certification' &&
    entry.expiresOn !== null &&
    entry.expiresOn < now.toISOString().slice(0, 10)
  );
}
