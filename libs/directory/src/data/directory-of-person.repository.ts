import { Injectable } from '@nestjs/common';
import type { Reads, Transaction } from '#libs/platform/database';

/** What a person keeps of the directory: for the copy of their data, and to be forgotten. */
@Injectable()
export class DirectoryOfPersonRepository {
  async searches(reads: Reads, personId: string): Promise<object[]> {
    return reads.rows(SEARCHES, [personId]);
  }

  async shortlists(reads: Reads, personId: string): Promise<object[]> {
    return reads.rows(SHORTLISTS, [personId]);
  }

  async listed(reads: Reads, personId: string): Promise<object[]> {
    return reads.rows(LISTED, [personId]);
  }

  async removeSearches(tx: Transaction, personId: string): Promise<void> {
    await tx.execute('delete from saved_search where person_id = $1', [personId]);
  }
}

const SEARCHES = `
  select id, organization_id as "organizationId", name, query, alert, created_at as "createdAt"
  from saved_search where person_id = $1 order by id`;

const SHORTLISTS = `
  select id, organization_id as "organizationId", name, note, created_at as "createdAt"
  from shortlist where created_by = $1 order by id`;

const LISTED = `
  select shortlist_id as "shortlistId", organization_id as "organizationId", note, added_at as "addedAt"
  from shortlist_entry where added_by = $1 order by added_at`;
