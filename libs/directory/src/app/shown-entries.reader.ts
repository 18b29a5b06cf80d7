import { Injectable } from '@nestjs/common';
import { PersonsReader } from '#libs/identity';
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
    private readonly persons: PersonsReader,
  ) {}

  async of(ids: readonly string[]): Promise<Map<string, FoundEntry>> {
    if (ids.length === 0) return new Map();
    const entries = await this.index.entries(this.database, ids);
    const found = [...entries.values()];
    const personIds = found.flatMap(({ id, type }) => (type === 'person' ? [id] : []));
    const [active, persons] = await Promise.all([
      this.organizations.activeAmong(found.map(({ organizationId }) => organizationId)),
      this.persons.discoverable(personIds),
    ]);
    const shown = found.flatMap((entry): FoundEntry[] => {
      if (!active.has(entry.organizationId)) return [];
      if (entry.type !== 'person') return [entry];
      const person = persons.get(entry.id);
      if (!person) return [];
      return [{ ...entry, card: { ...entry.card, title: person.displayName, titleLocal: person.latinName } }];
    });
    return new Map(shown.map((entry) => [entry.id, entry]));
  }
}
