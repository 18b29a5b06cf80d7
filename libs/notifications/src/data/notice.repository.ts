import { Injectable } from '@nestjs/common';
import type { Database, Reads, Transaction } from '#libs/platform/database';
import type { Notice, NoticeFacts } from '../domain/notice.js';

export interface NewNotice extends NoticeFacts {
  readonly id: string;
  readonly eventId: string;
  readonly personId: string;
  readonly organizationId: string | null;
  readonly type: string;
}

/** Which notices of a person: those of organizations the person is (still) in, and personal ones. */
export interface NoticeScope {
  readonly personId: string;
  readonly organizationIds: readonly string[];
}

interface NoticeRow extends Omit<Notice, 'object' | 'counterpartId'> {
  readonly objectType: string;
  readonly objectId: string;
  readonly facts: { counterpartId: string | null };
}

@Injectable()
export class NoticeRepository {
  /** Those of one organization become those of another. Answers how many there were. */
  async moveAll(tx: Transaction, fromId: string, intoId: string): Promise<number> {
    return tx.execute('update notice set organization_id = $2 where organization_id = $1', [fromId, intoId]);
  }

  /** Adds what the event has not told yet. The trigger of the table wakes the API processes at commit. */
  async insert(tx: Transaction, notices: readonly NewNotice[]): Promise<void> {
    if (notices.length === 0) return;
    const column = <Value>(of: (notice: NewNotice) => Value): Value[] => notices.map(of);
    await tx.execute(INSERT, [
      column((notice) => notice.id),
      column((notice) => notice.eventId),
      column((notice) => notice.personId),
      column((notice) => notice.organizationId),
      column((notice) => notice.type),
      column((notice) => notice.object.type),
      column((notice) => notice.object.id),
      column((notice) => JSON.stringify({ counterpartId: notice.counterpartId })),
    ]);
  }

  /** Newest first, after the one with id `after`. */
  async slice(
    reads: Reads,
    scope: NoticeScope,
    { unread, after, limit }: { unread: boolean; after: string | undefined; limit: number },
  ): Promise<Notice[]> {
    const statement = unread ? UNREAD_SLICE : SLICE;
    const rows = await reads.rows<NoticeRow>(statement, [
      scope.personId,
      scope.organizationIds,
      after ?? null,
      limit,
    ]);
    return rows.map(toNotice);
  }

  async find(reads: Reads, scope: NoticeScope, id: string): Promise<Notice | undefined> {
    const row = await reads.row<NoticeRow>(FIND, [scope.personId, scope.organizationIds, id]);
    return row && toNotice(row);
  }

  /** How many there are, or how many of them are unread; counted up to `cap`. */
  async count(reads: Reads, scope: NoticeScope, unread: boolean, cap: number): Promise<number> {
    const statement = unread ? COUNT_UNREAD : COUNT;
    const values = [scope.personId, scope.organizationIds, cap];
    return (await reads.row<{ count: number }>(statement, values))?.count ?? 0;
  }

  /** Marks one notice, or all of the scope when `id` is null; the first time counts. */
  async markRead(tx: Transaction, scope: NoticeScope, id: string | null): Promise<void> {
    await tx.execute(MARK_READ, [scope.personId, scope.organizationIds, id]);
  }

  /** Takes up to `limit` notices nobody has pushed yet; no two callers get the same one. */
  async takeUnpushed(database: Database, limit: number): Promise<{ id: string; personId: string }[]> {
    return database.rows(TAKE_UNPUSHED, [limit]);
  }
}

const INSERT = `
  insert into notice (id, event_id, person_id, organization_id, type, object_type, object_id, facts)
  select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::uuid[], $8::jsonb[])
  on conflict (event_id, person_id) do nothing`;

const SELECT = `
  select id, type, organization_id as "organizationId", object_type as "objectType", object_id as "objectId",
         facts, created_at as "createdAt", read_at as "readAt"
  from notice`;

const IN_SCOPE = `person_id = $1 and (organization_id is null or organization_id = any($2::uuid[]))`;

const slice = (condition: string): string => `
  ${SELECT} where ${IN_SCOPE} ${condition} and ($3::uuid is null or id < $3) order by id desc limit $4`;

const SLICE = slice('');
const UNREAD_SLICE = slice('and read_at is null');

const FIND = `${SELECT} where ${IN_SCOPE} and id = $3`;

const count = (condition: string): string => `
  select count(*)::int as count from (select from notice where ${IN_SCOPE} ${condition} limit $3) as found`;

const COUNT = count('');
const COUNT_UNREAD = count('and read_at is null');

const MARK_READ = `
  update notice set read_at = now()
  where ${IN_SCOPE} and read_at is null and ($3::uuid is null or id = $3)`;

const TAKE_UNPUSHED = `
  update notice set pushed_at = now()
  where id in (select id from notice where pushed_at is null order by id limit $1 for update skip locked)
  returning id, person_id as "personId"`;

function toNotice({ objectType, objectId, facts, ...row }: NoticeRow): Notice {
  return { ...row, object: { type: objectType, id: objectId }, counterpartId: facts.counterpartId };
}
