import { Injectable } from '@nestjs/common';
import type { Reads } from '#libs/platform/database';

/** What a person answers for, for the copy of their data. */
@Injectable()
export class ProfilesOfPersonRepository {
  async profiles(reads: Reads, personId: string): Promise<object[]> {
    return reads.rows(PROFILES, [personId]);
  }

  async entries(reads: Reads, personId: string): Promise<object[]> {
    return reads.rows(ENTRIES, [personId]);
  }
}

const PROFILES = `
  select organization_id as "organizationId", checked_at as "checkedAt"
  from profile where owner_id = $1 order by organization_id`;

const ENTRIES = `
  select id, organization_id as "organizationId", kind, title, checked_at as "checkedAt"
  from profile_entry where owner_id = $1 order by id`;
