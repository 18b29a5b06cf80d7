import { Injectable } from '@nestjs/common';
import { type Actor, assertVersion } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { EntryRepository } from '../data/entry.repository.js';
import { type Entry, entryOriginals, type EntryText } from '../domain/entry.js';
import { type TranslationInput, translated } from './translation-input.js';
import { EntryAccess } from './entry-access.js';
import { SettleEntries } from './settle-entries.js';

/**
 * Writes what an entry says in another language, or takes it away (null).
 *
 * @throws NotFound, NothingToTranslate 409, StaleVersion 412
 */
@Injectable()
export class TranslateEntry {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: EntryAccess,
    private readonly entries: EntryRepository,
    private readonly settle: SettleEntries,
  ) {}

  async execute(
    actor: Actor,
    id: string,
    input: TranslationInput<EntryText>,
    version: number,
  ): Promise<Entry> {
    return this.unitOfWork.run(actor, async (tx) => {
      const current = await this.access.lock(tx, 'update', id);
      assertVersion(current.version, version);

      const translations = translated(entryOriginals(current), current.translations, input);
      await this.entries.saveTranslations(tx, current, translations);
      await this.settle.execute(tx, current.organizationId, 'translate', id);
      return this.entries.get(tx, id);
    });
  }
}
