import { Injectable } from '@nestjs/common';
import type { Reads } from '#libs/platform/database';

/** What a person began and did, for the copy of their data. */
@Injectable()
export class CallsOfPersonRepository {
  async begun(reads: Reads, personId: string): Promise<object[]> {
    return reads.rows(BEGUN, [personId]);
  }

  async taken(reads: Reads, personId: string): Promise<object[]> {
    return reads.rows(TAKEN, [personId]);
  }

  async saved(reads: Reads, personId: string): Promise<object[]> {
    return reads.rows(SAVED, [personId]);
  }
}

const BEGUN = `
  select id, organization_id as "organizationId", state, content, created_at as "createdAt",
    updated_at as "updatedAt"
  from call where created_by = $1 order by id`;

const TAKEN = `
  select call_id as "callId", verb, stage, reason, at from call_step where actor_id = $1 order by id`;

const SAVED = `
  select call_id as "callId", number, changed_fields as "changedFields", reason, saved_at as "savedAt"
  from call_version where saved_by = $1 order by call_id, number`;
