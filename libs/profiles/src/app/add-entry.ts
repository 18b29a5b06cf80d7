import { Injectable } from '@nestjs/common';
import { type Actor, InvalidInput } from '#libs/kernel';
import { newId, UnitOfWork } from '#libs/platform/database';
import { TaxonomyCodes } from '#libs/vocabulary';
import { EntryRepository } from '../data/entry.repository.js';
import {
  type Entry,
  type EntryInput,
  type EntryKind,
  isAsked,
  MAX_ENTRIES_OF_KIND,
  wholeEntry,
} from '../domain/entry.js';
import { TooManyEntries } from '../domain/profile.errors.js';
import { checkEntryCodes } from './entry-codes.js';
import { EntryFiles } from './entry-files.js';
import { ProfileAccess } from './profile-access.js';
import { SettleEntries } from './settle-entries.js';

export interface AddEntryInput extends EntryInput {
  readonly kind: EntryKind;
}

/**
 * Adds an entry to the acting organization's profile, as the last of its kind.
 *
 * @throws NotFound for another organization, InvalidInput 422, FileUnusable 422, TooManyEntries 409
 */
@Injectable()
export class AddEntry {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: ProfileAccess,
    private readonly entries: EntryRepository,
    private readonly codes: TaxonomyCodes,
    private readonly files: EntryFiles,
    private readonly settle: SettleEntries,
  ) {}

  async execute(actor: Actor, organizationId: string, { kind, ...input }: AddEntryInput): Promise<Entry> {
    return this.unitOfWork.run(actor, async (tx) => {
      await this.access.lockOrBegin(tx, 'update', organizationId, input.language);
      if (!isAsked(actor.organization?.kind, kind)) {
        throw new InvalidInput([{ pointer: '/kind', code: 'profile/kind-not-asked' }]);
      }
      const content = wholeEntry(kind, input);
      checkEntryCodes(this.codes, kind, content);
      const others = await this.entries.count(tx, organizationId, kind);
      if (others >= MAX_ENTRIES_OF_KIND) throw new TooManyEntries();

      const id = newId();
      await this.entries.insert(tx, { id, organizationId, kind, content });
      await this.files.follow(tx, { id, kind, fileId: content.fileId }, null);
      await this.settle.execute(tx, organizationId, 'add', id);
      return this.entries.get(tx, id);
    });
  }
}
