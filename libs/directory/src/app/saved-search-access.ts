import { Injectable } from '@nestjs/common';
import { actingOrganization, NotFound } from '#libs/kernel';
import type { Transaction } from '#libs/platform/database';
import { SavedSearchRepository } from '../data/saved-search.repository.js';
import type { SavedSearch } from '../domain/saved-search.js';

/** The only way a verb gets a saved search: one's own, of the organization one acts for. Others do not exist. */
@Injectable()
export class SavedSearchAccess {
  constructor(private readonly searches: SavedSearchRepository) {}

  async lock(tx: Transaction, id: string): Promise<SavedSearch> {
    const { id: organizationId } = actingOrganization(tx.actor);
    const search = await this.searches.lock(tx, id, tx.actor.personId, organizationId);
    if (!search) throw new NotFound();
    return search;
  }

  /** Also one that was taken away and is not gone yet. */
  async lockAny(tx: Transaction, id: string): Promise<SavedSearch & { isRemoved: boolean }> {
    const { id: organizationId } = actingOrganization(tx.actor);
    const search = await this.searches.lockAny(tx, id, tx.actor.personId, organizationId);
    if (!search) throw new NotFound();
    return search;
  }
}
