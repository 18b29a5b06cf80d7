import { Injectable } from '@nestjs/common';
import { type Actor, actingOrganization, toCsv } from '#libs/kernel';
import { Database, UnitOfWork } from '#libs/platform/database';
import { ConsentRepository } from '../data/consent.repository.js';

import { type DirectoryQuery, DirectorySearch } from './directory-search.js';
import { ShownEntriesReader } from './shown-entries.reader.js';

const MOST = 5_000;
const HEADINGS = ['name', 'name_local', 'kind', 'country', 'city', 'themes', 'languages'];

/** Takes what a search finds out of the network: only organizations that agreed, and the trail says who did. */
@Injectable()
export class ExportDirectory {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly consents: ConsentRepository,
    private readonly directory: DirectorySearch,
    private readonly shown: ShownEntriesReader,
  ) {}

  /** CSV with headings, in order of names, at most 5,000 organizations. */
  async execute(actor: Actor, query: DirectoryQuery): Promise<string> {
    const found = await this.directory.expressionOf(query);
    const ids = await this.consents.exportable(this.database, found, MOST);
    const entries = await this.shown.of(ids);
    const { id } = actingOrganization(actor);
    await this.unitOfWork.run(actor, (tx) => {
      tx.audit({ action: 'directory.export', entityType: 'organization', entityId: id });
      return Promise.resolve();
    });
    const rows = ids.flatMap((entryId) => {
      const entry = entries.get(entryId);
      if (!entry) return [];
      const { title, titleLocal, kind, city, themes, languages } = entry.card;
      return [
        [title, titleLocal ?? '', kind, entry.country, city ?? '', themes.join(' '), languages.join(' ')],
      ];
    });
    return toCsv([HEADINGS, ...rows]);
  }
}
