import { Injectable } from '@nestjs/common';
import { type Actor, actingOrganization, assertVersion } from '#libs/kernel';
import { Database, newId, UnitOfWork } from '#libs/platform/database';
import { SavedSearchRepository } from '../data/saved-search.repository.js';
import { TooManyToKeep } from '../domain/directory.errors.js';
import { FACET_FIELDS, type Filters } from '../domain/entry.js';
import type { Alert, SavedQuery, SavedSearch } from '../domain/saved-search.js';
import { DirectorySearch } from './directory-search.js';
import { SavedSearchAccess } from './saved-search-access.js';

export interface SavedSearchInput {
  readonly name: string;
  readonly query: SavedQuery;
  readonly alert: Alert;
}

const MOST = 100;

/** Keeps searches, changes and forgets them: each person their own. */
@Injectable()
export class KeepSearch {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly access: SavedSearchAccess,
    private readonly searches: SavedSearchRepository,
    private readonly directory: DirectorySearch,
  ) {}

  /** @throws TooManyToKeep 409 */
  async create(actor: Actor, input: SavedSearchInput): Promise<SavedSearch> {
    const { id: organizationId } = actingOrganization(actor);
    const kept = await this.searches.list(this.database, actor.personId, organizationId);
    if (kept.length >= MOST) throw new TooManyToKeep('saved-search', MOST);
    const expression = await this.expressionOf(input.query);
    const id = newId();
    return this.unitOfWork.run(actor, async (tx) => {
      const search = { id, personId: actor.personId, organizationId };
      const created = await this.searches.insert(tx, search, { ...input, expression });
      tx.audit({ action: 'saved-search.create', entityType: 'saved-search', entityId: id });
      return created;
    });
  }

  /** @throws NotFound, StaleVersion 412 */
  async change(
    actor: Actor,
    id: string,
    version: number,
    changes: Partial<SavedSearchInput>,
  ): Promise<SavedSearch> {
    // Read before the transaction: one that holds the row must not wait for a second connection of the pool.
    const expression = changes.query && (await this.expressionOf(changes.query));
    return this.unitOfWork.run(actor, async (tx) => {
      const search = await this.access.lock(tx, id);
      assertVersion(search.version, version);
      const { name = search.name, query = search.query, alert = search.alert } = changes;
      const changed = await this.searches.save(tx, search, { name, query, alert, expression });
      tx.audit({ action: 'saved-search.update', entityType: 'saved-search', entityId: id });
      return changed;
    });
  }

  /** Takes it away; it finds nothing from now on, and {@link restore} brings it back. @throws NotFound, StaleVersion 412 */
  async remove(actor: Actor, id: string, version: number): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const search = await this.access.lock(tx, id);
      assertVersion(search.version, version);
      await this.searches.setRemoved(tx, search, true);
      tx.audit({ action: 'saved-search.delete', entityType: 'saved-search', entityId: id });
    });
  }

  /**
   * The same search again: what its owner was told of is not told anew. Repeating it is harmless.
   *
   * @throws NotFound, StaleVersion 412
   */
  async restore(actor: Actor, id: string, version?: number): Promise<SavedSearch> {
    return this.unitOfWork.run(actor, async (tx) => {
      const { isRemoved, ...search } = await this.access.lockAny(tx, id);
      assertVersion(search.version, version);
      if (!isRemoved) return search;
      tx.audit({ action: 'saved-search.restore', entityType: 'saved-search', entityId: id });
      return this.searches.setRemoved(tx, search, false);
    });
  }

  /** A search for everything is told of everything. */
  private async expressionOf({ q, ...query }: SavedQuery): Promise<string> {
    const filters: Filters = Object.fromEntries(FACET_FIELDS.map((field) => [field, query[field] ?? []]));
    return (await this.directory.expressionOf({ q, filters })) ?? EVERYTHING;
  }
}

const EVERYTHING = `('!scope:organization' | '!scope:person' | '!scope:opportunity')`;
