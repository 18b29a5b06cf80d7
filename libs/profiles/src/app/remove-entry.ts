import { Injectable } from '@nestjs/common';
import { type Actor, assertVersion } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { EntryRepository } from '../data/entry.repository.js';
import { EntryAccess } from './entry-access.js';
import { EntryFiles } from './entry-files.js';
import { SettleEntries } from './settle-entries.js';

/** Takes an entry out of the acting organization's profile. @throws NotFound, StaleVersion 412 */
@Injectable()
export class RemoveEntry {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: EntryAccess,
    private readonly entries: EntryRepository,
    private readonly files: EntryFiles,
    private readonly settle: SettleEntries,
  ) {}

  async execute(actor: Actor, id: string, version: number): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const entry = await this.access.lock(tx, 'update', id);
      assertVersion(entry.version, version);

      await this.files.follow(tx, { ...entry, fileId: null }, entry.fileId);
      await this.entries.delete(tx, entry);
      await this.settle.execute(tx, entry.organizationId, 'remove', id);
    });
  }
}
