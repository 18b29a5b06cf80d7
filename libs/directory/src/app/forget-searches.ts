import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform/database';
import { DirectoryOfPersonRepository } from '../data/directory-of-person.repository.js';

/** Removes what a person kept for themselves. Shortlists are their organization’s and stay. */
@Injectable()
export class ForgetSearches {
  constructor(private readonly own: DirectoryOfPersonRepository) {}

  async execute(tx: Transaction, personId: string): Promise<void> {
    await this.own.removeSearches(tx, personId);
    tx.audit({ action: 'saved-search.forget', entityType: 'person', entityId: personId });
  }
}
