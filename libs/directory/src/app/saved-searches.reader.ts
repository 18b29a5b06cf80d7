import { Injectable } from '@nestjs/common';
import { type Actor, actingOrganization, NotFound } from '#libs/kernel';
import { Database } from '#libs/platform/database';
import { SavedSearchRepository } from '../data/saved-search.repository.js';
import type { SavedSearch } from '../domain/saved-search.js';

/** All reads of saved searches. */
@Injectable()
export class SavedSearchesReader {
  constructor(
    private readonly database: Database,
    private readonly searches: SavedSearchRepository,
  ) {}

  /** One's own, of the organization one acts for, newest first. */
  async list(actor: Actor): Promise<SavedSearch[]> {
    return this.searches.list(this.database, actor.personId, actingOrganization(actor).id);
  }

  async one(actor: Actor, id: string): Promise<SavedSearch> {
    const found = (await this.list(actor)).find((search) => search.id === id);
    if (!found) throw new NotFound();
    return found;
  }

  /** For other features: names by id. Asks no permission. */
  async titles(ids: readonly string[]): Promise<Map<string, { title: string; organizationId: string }>> {
    const searches = ids.length === 0 ? [] : await this.searches.byIds(this.database, ids);
    return new Map(searches.map(({ id, name, organizationId }) => [id, { title: name, organizationId }]));
  }
}
