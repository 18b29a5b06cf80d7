import { Injectable } from '@nestjs/common';
import { type Actor, assertVersion } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { TaxonomyCodes } from '#libs/vocabulary';
import { EntryRepository } from '../data/entry.repository.js';
import { changedEntry, type Entry, type EntryChanges } from '../domain/entry.js';
import { EntryAccess } from './entry-access.js';
import { checkEntryCodes } from './entry-codes.js';
import { EntryFiles } from './entry-files.js';
import { SettleEntries } from './settle-entries.js';

/**
 * Replaces the sent fields of an entry; null clears a field. Translations of a changed text are outdated at once.
 *
 * @throws NotFound, InvalidInput 422, FileUnusable 422, StaleVersion 412
 */
@Injectable()
export class EditEntry {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: EntryAccess,
    private readonly entries: EntryRepository,
    private readonly codes: TaxonomyCodes,
    private readonly files: EntryFiles,
    private readonly settle: SettleEntries,
  ) {}

  async execute(actor: Actor, id: string, changes: EntryChanges, version: number): Promise<Entry> {
    return this.unitOfWork.run(actor, async (tx) => {
      const current = await this.access.lock(tx, 'update', id);
      const content = changedEntry(current.kind, current, changes);
      checkEntryCodes(this.codes, current.kind, content);
      assertVersion(current.version, version);

      await this.entries.saveContent(tx, current, content);
      await this.files.follow(tx, { ...current, fileId: content.fileId }, current.fileId);
      await this.settle.execute(tx, current.organizationId, 'update', id);
      return this.entries.get(tx, id);
    });
  }
}
