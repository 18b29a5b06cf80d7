import { Injectable } from '@nestjs/common';
import { NotFound } from '#libs/kernel';
import type { Transaction } from '#libs/platform/database';
import { EntryRepository } from '../data/entry.repository.js';
import { ProfileRepository } from '../data/profile.repository.js';
import type { Entry } from '../domain/entry.js';
import { may } from '../domain/profile.policy.js';

/** The only way a request obtains an entry to change. Absent and not yours are the same {@link NotFound}. */
@Injectable()
export class EntryAccess {
  constructor(
    private readonly profiles: ProfileRepository,
    private readonly entries: EntryRepository,
  ) {}

  /** An entry to change; its profile is locked until `tx` ends, so that one at a time changes its entries. */
  async lock(tx: Transaction, action: 'update', id: string): Promise<Entry> {
    const seen = await this.entries.find(tx, id);
    if (!seen || !may(tx.actor, action, seen.organizationId)) throw new NotFound();
    await this.profiles.lock(tx, seen.organizationId);
    const entry = await this.entries.find(tx, id);
    if (!entry) throw new NotFound();
    return entry;
  }
}
