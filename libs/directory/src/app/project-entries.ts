import { Injectable } from '@nestjs/common';
import { OpportunitiesReader } from '#libs/opportunities';
import { Database, type Transaction } from '#libs/platform/database';
import { EntryRepository, type Sighting, type Source } from '../data/entry.repository.js';
import { SavedSearchHitRepository } from '../data/saved-search-hit.repository.js';
import { tokensOf } from '../domain/entry.js';
import { PeopleLoader } from './people.loader.js';
import { type Sightings, SightingsLoader } from './sightings.loader.js';

/** What a change was about. */
export interface Changed {
  readonly type: 'organization' | 'opportunity' | 'person';
  readonly id: string;
  /** Whether what stands in its name is to be looked at as well: it came, went, or moved. */
  readonly withDependents: boolean;
}

/**
 * Brings entries to the state of what they stand for. First all is read, then written at once; of two that saw the
 * same thing, the one that looked later counts, so that deliveries may come twice and in any order.
 */
@Injectable()
export class ProjectEntries {
  constructor(
    private readonly database: Database,
    private readonly entries: EntryRepository,
    private readonly hits: SavedSearchHitRepository,
    private readonly sightings: SightingsLoader,
    private readonly opportunities: OpportunitiesReader,
    private readonly people: PeopleLoader,
  ) {}

  /** Reads the truth; writes nothing. */
  async prepare(changed: Changed): Promise<Sightings> {
    return this.sightings.of(await this.sourcesOf(changed));
  }

  /** The same for things that are known already. */
  async prepareAll(sources: readonly Source[]): Promise<Sightings> {
    return this.sightings.of(sources);
  }

  /** Entries whose time is over. */
  async prepareOverdue(limit: number): Promise<Sightings> {
    const overdue = await this.entries.overdue(this.database, limit);
    const { seenAt } = await this.sightings.of([]);
    return { seenAt, seen: overdue.map((source) => ({ ...source, entry: undefined })) };
  }

  /** Writes what was seen, and which saved searches found something new by it. */
  async write(tx: Transaction, { seenAt, seen }: Sightings): Promise<void> {
    // In one order everywhere, so that two of these never wait for each other.
    for (const sighting of [...seen].sort((a, b) => (a.id < b.id ? -1 : 1))) {
      await this.writeOne(tx, sighting, seenAt);
    }
  }

  private async writeOne(tx: Transaction, sighting: Sighting, seenAt: string): Promise<void> {
    const before = await this.entries.lock(tx, sighting, seenAt);
    if (!before) return;
    const { id, entry } = sighting;
    await this.entries.count(tx, before, entry ? tokensOf(entry) : []);
    if (!entry) {
      await this.entries.empty(tx, before, id, seenAt);
      return;
    }
    await this.hits.add(tx, entry);
    await this.entries.keepWords(tx, entry.words);
    await this.entries.write(tx, before, entry, seenAt);
  }

  private async sourcesOf({ type, id, withDependents }: Changed): Promise<readonly Source[]> {
    if (type === 'opportunity') {
      const opportunity = (await this.opportunities.byIds([id])).get(id);
      return opportunity ? [{ id, type, organizationId: opportunity.organizationId }] : [];
    }
    if (type === 'person') {
      const person = (await this.people.of([id])).get(id);
      const known = await this.entries.known(this.database, id);
      return person ? [{ id, type, organizationId: person.organizationId }] : known ? [known] : [];
    }
    const itself: Source = { id, type: 'organization', organizationId: id };
    return withDependents ? [itself, ...(await this.dependentsOf(id))] : [itself];
  }

  /** What stood in its name before, and who can be found there now. */
  private async dependentsOf(organizationId: string): Promise<Source[]> {
    const known = await this.entries.ofOrganization(this.database, organizationId);
    const people = (await this.people.at(organizationId)).filter(
      (person) => !known.some(({ id }) => id === person.id),
    );
    return [
      ...known.filter(({ id }) => id !== organizationId),
      ...people.map((person): Source => ({
        id: person.id,
        type: 'person',
        organizationId: person.organizationId,
      })),
    ];
  }
}
