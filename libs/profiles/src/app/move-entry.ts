import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { EntryRepository } from '../data/entry.repository.js';
import { type Entry, movedTo } from '../domain/entry.js';
import { EntryAccess } from './entry-access.js';
import { SettleEntries } from './settle-entries.js';

/** Puts an entry at a place among those of its kind, from 0; beyond the last it becomes the last. @throws NotFound */
@Injectable()
export class MoveEntry {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: EntryAccess,
    private readonly entries: EntryRepository,
    private readonly settle: SettleEntries,
  ) {}

  /** @returns all entries of its kind, in their new order */
  async execute(actor: Actor, id: string, position: number): Promise<Entry[]> {
    return this.unitOfWork.run(actor, async (tx) => {
      const { organizationId, kind } = await this.access.lock(tx, 'update', id);
      const entries = await this.entries.ofOrganizations(tx, [organizationId]);
      const ids = entries.filter((entry) => entry.kind === kind).map((entry) => entry.id);

      await this.entries.arrange(tx, movedTo(ids, id, position));
      await this.settle.execute(tx, organizationId, 'move', id);
      const arranged = await this.entries.ofOrganizations(tx, [organizationId]);
      return arranged.filter((entry) => entry.kind === kind);
    });
  }
}
