import { Injectable } from '@nestjs/common';
import type { Reads } from '#libs/platform/database';

/** What a person sent in, for the copy of their data. */
@Injectable()
export class FilesOfPersonRepository {
  async sent(reads: Reads, personId: string): Promise<object[]> {
    return reads.rows(SENT, [personId]);
  }
}

const SENT = `
  select id, organization_id as "organizationId", purpose, name, media_type as "mediaType", size::float8 as size, state,
    created_at as "createdAt"
  from file where created_by = $1 order by id`;
