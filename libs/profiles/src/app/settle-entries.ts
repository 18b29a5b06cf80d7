import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform/database';
import { ProfileRepository } from '../data/profile.repository.js';
import { FactCalendar } from './fact-calendar.js';
import { announceEntryChange } from './profile-changed.js';

export type EntryAction = 'add' | 'update' | 'move' | 'remove' | 'translate';

/** What every change of an entry brings with it, in its transaction: trail, event, and when facts are due next. */
@Injectable()
export class SettleEntries {
  constructor(
    private readonly profiles: ProfileRepository,
    private readonly calendar: FactCalendar,
  ) {}

  async execute(
    tx: Transaction,
    organizationId: string,
    action: EntryAction,
    entryId: string,
  ): Promise<void> {
    await this.profiles.touch(tx, organizationId);
    announceEntryChange(tx, await this.profiles.get(tx, organizationId), action, entryId);
    await this.calendar.plan(tx, organizationId);
  }
}
