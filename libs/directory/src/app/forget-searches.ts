import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform/database';
import { DirectoryOfPersonRepository } from '../data/directory-of-person.repository.js';
import { SavedSearchRepository } from '../data/saved-search.repository.js';

/** So long a search that was taken away can be had back. */
const HOURS = 1;

/** Removes what a person kept for themselves. Shortlists are their organization’s and stay. */
@Injectable()
export class ForgetSearches {
  constructor(
    private readonly own: DirectoryOfPersonRepository,
    private readonly searches: SavedSearchRepository,
  ) {}

  async execute(tx: Transaction, personId: string): Promise<void> {
    await this.own.removeSearches(tx, personId);
    tx.audit({ action: 'saved-search.forget', entityType: 'person', entityId: personId });
  }

  /** Searches of anybody that were taken away and not had back. */
  async removed(tx: Transaction): Promise<void> {
    await this.searches.forgetRemoved(tx, HOURS);
  }
}
