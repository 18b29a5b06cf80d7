import { Injectable } from '@nestjs/common';
import { type OrganizationCard, OrganizationsReader } from '#libs/organizations';
import { Database } from '#libs/platform/database';
import { type FoundEntry, SearchRepository } from '../data/search.repository.js';
import { type FoundPerson, PeopleLoader } from './people.loader.js';

/** An entry with the organization it is, or belongs to. */
export interface ShownEntry extends FoundEntry {
  readonly organization: OrganizationCard;
}

/**
 * Entries as they may be shown this moment. The index follows changes by jobs; that an organization is active and a
 * person agreed is asked again of the rows themselves, so nobody is shown who has just gone.
 */
@Injectable()
export class ShownEntriesReader {
  constructor(
    private readonly database: Database,
    private readonly index: SearchRepository,
    private readonly organizations: OrganizationsReader,
    private readonly people: PeopleLoader,
  ) {}

  async of(ids: readonly string[]): Promise<Map<string, ShownEntry>> {
    if (ids.length === 0) return new Map();
    const entries = [...(await this.index.entries(this.database, ids)).values()];
    const cards = await this.organizations.cards(entries.map(({ organizationId }) => organizationId));
    const people = await this.people.of(entries.flatMap(({ id, type }) => (type === 'person' ? [id] : [])));
    return new Map(
      entries.flatMap((entry) => {
        const organization = cards.get(entry.organizationId);
        if (organization?.state !== 'active') return [];
        if (entry.type !== 'person') return [[entry.id, { ...entry, organization }] as const];
        const named = withName(entry, people.get(entry.id));
        return named ? [[entry.id, { ...named, organization }] as const] : [];
      }),
    );
  }
}

/** Somebody under their name; undefined when they may not be shown with this organization. */
function withName(entry: FoundEntry, person: FoundPerson | undefined): FoundEntry | undefined {
  if (person?.organizationId !== entry.organizationId) return undefined;
  const { displayName, latinName } = person;
  const title = latinName ?? displayName;
  const names = [...new Set([title, displayName])];
  return { ...entry, card: { ...entry.card, title, titleLocal: names[1] ?? null, names } };
}
