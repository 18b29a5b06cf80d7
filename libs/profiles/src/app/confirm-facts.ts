import { Injectable } from '@nestjs/common';
import { type Actor, NotFound } from '#libs/kernel';
import { type Transaction, UnitOfWork } from '#libs/platform/database';
import { EntryRepository } from '../data/entry.repository.js';
import { ProfileRepository } from '../data/profile.repository.js';
import type { Entry } from '../domain/entry.js';
import type { Profile } from '../domain/profile.js';
import { EntryAccess } from './entry-access.js';
import { FactCalendar } from './fact-calendar.js';
import { ProfileAccess } from './profile-access.js';

/** "Still right": the fact was looked at today, and who says so answers for it from now on. @throws NotFound */
@Injectable()
export class ConfirmFacts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly profileAccess: ProfileAccess,
    private readonly entryAccess: EntryAccess,
    private readonly profiles: ProfileRepository,
    private readonly entries: EntryRepository,
    private readonly calendar: FactCalendar,
  ) {}

  /** What the profile itself says. */
  async profile(actor: Actor, organizationId: string): Promise<Profile> {
    return this.unitOfWork.run(actor, async (tx) => {
      const current = await this.profileAccess.lock(tx, 'update', organizationId);
      if (!current) throw new NotFound();
      await this.profiles.confirm(tx, organizationId);
      const confirmed = await this.profiles.get(tx, organizationId);
      await this.settle(tx, { type: 'profile', id: organizationId, ...confirmed });
      return confirmed;
    });
  }

  async entry(actor: Actor, id: string): Promise<Entry> {
    return this.unitOfWork.run(actor, async (tx) => {
      const { organizationId } = await this.entryAccess.lock(tx, 'update', id);
      await this.entries.confirm(tx, id);
      const confirmed = await this.entries.get(tx, id);
      await this.settle(tx, { type: 'profile-entry', id, organizationId, version: confirmed.version });
      return confirmed;
    });
  }

  private async settle(
    tx: Transaction,
    {
      type,
      id,
      organizationId,
      version,
    }: { type: string; id: string; organizationId: string; version: number },
  ): Promise<void> {
    tx.audit({ action: `${type}.confirm`, entityType: type, entityId: id, organizationId });
    const source = { aggregateType: type, aggregateId: id, seq: version, organizationId };
    tx.emit('profile.facts-confirmed', source, {});
    await this.calendar.plan(tx, organizationId);
  }
}
