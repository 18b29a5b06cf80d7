import { Injectable } from '@nestjs/common';
import { ListedOrganizationsReader } from '#libs/organizations';
import { Database } from '#libs/platform/database';
import { type FoundEntry, SearchRepository } from '../data/search.repository.js';

/**
 * Entries as they may be shown this moment. The index follows changes by jobs; that an organization is active and a
 * person agreed is asked again of the rows themselves, so nobody is shown who has just gone.
 */
@Injectable()
export class ShownEntriesReader {
  constructor(
    private readonly database: Database,
    private readonly index: SearchRepository,
    private readonly organizations: ListedOrganizationsReader,
  ) {}

  async of(ids: readonly string[]): Promise<Map<string, FoundEntry>> {
    if (ids.length === 0) return new Map();
    const entries = await this.index.entries(this.database, ids);
    const found = [...entries.values()];
    const active = await this.organizations.activeAmong(found.map(({ organizationId }) => organizationId));
    const shown = found.filter(({ organizationId, type }) => type !== 'person' && active.has(organizationId));
    return new Map(shown.map((entry) => [entry.id, entry]));
  }
}
