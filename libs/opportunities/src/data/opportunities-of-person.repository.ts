import { Injectable } from '@nestjs/common';
import type { Reads } from '#libs/platform/database';

/** What a person began and did, for the copy of their data. */
@Injectable()
export class OpportunitiesOfPersonRepository {
  async begun(reads: Reads, personId: string): Promise<object[]> {
    return reads.rows(BEGUN, [personId]);
  }

  async taken(reads: Reads, personId: string): Promise<object[]> {
    return reads.rows(TAKEN, [personId]);
  }
}

const BEGUN = `
  select id, organization_id as "organizationId", state, language, title, text, created_at as "createdAt",
    updated_at as "updatedAt"
  from opportunity where created_by = $1 order by id`;

const TAKEN = `
  select opportunity_id as "opportunityId", verb, code, note, language, at
  from opportunity_step where actor_id = $1 order by id`;
