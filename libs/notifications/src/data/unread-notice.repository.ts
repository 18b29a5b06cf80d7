import { Injectable } from '@nestjs/common';
import type { Reads, Transaction } from '#libs/platform/database';

/** A row of an inbox that says that messages wait. */
export interface UnreadNotice {
  readonly id: string;
  readonly conversationId: string;
  readonly personId: string;
  readonly organizationId: string;
}

/** The rows of inboxes that say that messages wait, until these are read where they were said. */
@Injectable()
export class UnreadNoticeRepository {
  /** By id, after `after`. */
  async slice(reads: Reads, after: string | null, limit: number): Promise<UnreadNotice[]> {
    return reads.rows<UnreadNotice>(SLICE, [after, limit]);
  }

  /** Puts rows away, read. */
  async putAway(tx: Transaction, ids: readonly string[]): Promise<void> {
    await tx.execute(PUT_AWAY, [ids]);
  }
}

const SLICE = `
  select id, object_id as "conversationId", person_id as "personId", organization_id as "organizationId"
  from notice
  where object_type = 'unread-messages' and read_at is null and organization_id is not null
    and ($1::uuid is null or id > $1)
  order by id limit $2`;

const PUT_AWAY = `
  update notice set state = 'archived', snoozed_until = null, read_at = now(), unpushed = 'changed'
  where id = any($1::uuid[]) and read_at is null`;
