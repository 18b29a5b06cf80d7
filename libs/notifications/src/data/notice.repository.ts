import { Injectable } from '@nestjs/common';
import type { Database, Reads, Transaction } from '#libs/platform/database';
import type { GroupCount, InboxGroup, NoticeState } from '../domain/inbox.js';
import type { Notice, NoticeFacts } from '../domain/notice.js';
import type { Settlement } from '../domain/settlements.js';

export interface NewNotice extends NoticeFacts {
  readonly id: string;
  readonly eventId: string;
  readonly personId: string;
  readonly organizationId: string | null;
  readonly type: string;
  readonly group: InboxGroup;
  /** When it was asked for, or said. */
  readonly moment: string;
}

/** Which notices of a person: those of organizations the person is (still) in, and personal ones. */
export interface NoticeScope {
  readonly personId: string;
  readonly organizationIds: readonly string[];
}

/** Which rows of the inbox; what is left out does not matter. */
export interface NoticeFilter {
  readonly state: NoticeState;
  readonly group?: InboxGroup | undefined;
  readonly unread?: boolean | undefined;
}

/** The row of the inbox an event went into. */
export interface ToldNotice {
  readonly noticeId: string;
  readonly personId: string;
  /** A mail about the row went out since it was read last. */
  readonly mailed: boolean;
}

interface NoticeRow extends Omit<Notice, 'object' | 'counterpartId'> {
  readonly objectType: string;
  readonly objectId: string;
  readonly facts: { counterpartId: string | null };
}

@Injectable()
export class NoticeRepository {
  /**
   * What was told for one organization stands under another from now on; where both knew the same object, the row of
   * the other stays. Answers how many there were.
   */
  async moveAll(tx: Transaction, fromId: string, intoId: string): Promise<number> {
    const doubled = await tx.execute(DROP_DOUBLED, [fromId, intoId]);
    return doubled + (await tx.execute(MOVE, [fromId, intoId]));
  }

  /** Adds what an event tells: to the row of its object, or as a new one; nothing to whom it told before. */
  async tell(tx: Transaction, notices: readonly NewNotice[]): Promise<ToldNotice[]> {
    if (notices.length === 0) return [];
    const column = <Value>(valueOf: (notice: NewNotice) => Value): Value[] => notices.map(valueOf);
    return tx.rows<ToldNotice>(TELL, [
      column((notice) => notice.id),
      column((notice) => notice.eventId),
      column((notice) => notice.personId),
      column((notice) => notice.organizationId),
      column((notice) => notice.type),
      column((notice) => notice.object.type),
      column((notice) => notice.object.id),
      column((notice) => JSON.stringify({ counterpartId: notice.counterpartId })),
      column((notice) => notice.group),
      column((notice) => notice.moment),
    ]);
  }

  /** Newest first, after the one of rank `after`. */
  async slice(
    reads: Reads,
    scope: NoticeScope,
    filter: NoticeFilter,
    { after, limit }: { after: string | undefined; limit: number },
  ): Promise<Notice[]> {
    const rows = await reads.rows<NoticeRow>(SLICE, [...valuesOf(scope, filter), after ?? null, limit]);
    return rows.map(toNotice);
  }

  async find(reads: Reads, scope: NoticeScope, id: string): Promise<Notice | undefined> {
    const row = await reads.row<NoticeRow>(FIND, [scope.personId, scope.organizationIds, id]);
    return row && toNotice(row);
  }

  /** The row, held until the end of the transaction. */
  async lock(tx: Transaction, scope: NoticeScope, id: string): Promise<Notice | undefined> {
    const row = await tx.row<NoticeRow>(LOCK, [scope.personId, scope.organizationIds, id]);
    return row && toNotice(row);
  }

  /** How many {@link slice} would find, counted up to `cap`. */
  async count(reads: Reads, scope: NoticeScope, filter: NoticeFilter, cap: number): Promise<number> {
    return (await reads.row<{ count: number }>(COUNT, [...valuesOf(scope, filter), cap]))?.count ?? 0;
  }

  /** Open rows by part of the inbox; parts without rows are left out. */
  async countGroups(reads: Reads, scope: NoticeScope): Promise<GroupCount[]> {
    return reads.rows<GroupCount>(COUNT_GROUPS, [scope.personId, scope.organizationIds]);
  }

  /** Marks one notice, or all open ones of the scope (or of a part of it), as read; the first time counts. */
  async markRead(
    tx: Transaction,
    scope: NoticeScope,
    { id = null, group = null }: { id?: string | null; group?: InboxGroup | null },
  ): Promise<void> {
    await tx.execute(MARK_READ, [scope.personId, scope.organizationIds, id, group]);
  }

  async markUnread(tx: Transaction, scope: NoticeScope, id: string): Promise<void> {
    await tx.execute(MARK_UNREAD, [scope.personId, scope.organizationIds, id]);
  }

  /** Puts a locked row where its state machine says; what is put away counts as read. */
  async move(tx: Transaction, id: string, state: NoticeState, until: Date | null): Promise<void> {
    await tx.execute(MOVE_STATE, [id, state, until]);
  }

  /** Brings back what was put off until now or earlier, unread and on top. Answers false when it was not. */
  async returnDue(tx: Transaction, id: string, rankId: string): Promise<boolean> {
    return (await tx.execute(RETURN_DUE, [id, rankId])) === 1;
  }

  async markMailed(tx: Transaction, id: string): Promise<void> {
    await tx.execute('update notice set mailed_at = now() where id = $1', [id]);
  }

  async markForDigest(tx: Transaction, id: string): Promise<void> {
    await tx.execute('update notice set digest_since = coalesce(digest_since, now()) where id = $1', [id]);
  }

  /** What was held back for the mail of the day and is still unread; what waits for an answer first. */
  async forDigest(reads: Reads, scope: NoticeScope): Promise<Notice[]> {
    const rows = await reads.rows<NoticeRow>(FOR_DIGEST, [scope.personId, scope.organizationIds]);
    return rows.map(toNotice);
  }

  /** The mail of the day has told the rows of these ranks; what was read without it waits for none any more. */
  async digested(tx: Transaction, personId: string, rankIds: readonly string[]): Promise<void> {
    await tx.execute(DIGESTED, [personId, rankIds]);
  }

  /** Takes from rows what was asked until `moment`, and puts those away that wait for nothing else. */
  async settle(
    tx: Transaction,
    { types, objectId, organizationId, personId }: Settlement,
    moment: string,
  ): Promise<void> {
    await tx.execute(SETTLE, [objectId, organizationId ?? null, personId ?? null, types, moment]);
  }

  /** Takes up to `limit` rows that open sockets have yet to hear of; no two callers get the same one. */
  async takeUnpushed(database: Database, limit: number): Promise<UnpushedNotice[]> {
    return database.rows(TAKE_UNPUSHED, [limit]);
  }
}

export interface UnpushedNotice {
  readonly id: string;
  readonly personId: string;
  readonly what: 'added' | 'changed';
}

const valuesOf = ({ personId, organizationIds }: NoticeScope, { state, group, unread }: NoticeFilter) => [
  personId,
  organizationIds,
  state,
  group ?? null,
  unread ?? false,
];

/** News of an object does not do what the reader was asked for before; what they put away, they have done. */
const STILL_WAITS = `(notice.state <> 'archived' and notice.waits_for <> '{}')`;

const TELL = `
  with told as (
    select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::uuid[],
      $8::jsonb[], $9::text[], $10::text[])
      as t (id, event_id, person_id, organization_id, type, object_type, object_id, facts, inbox, moment)
  ), fresh as (
    insert into notice_event (event_id, person_id, type) select event_id, person_id, type from told
    on conflict do nothing returning person_id
  )
  insert into notice
    (id, person_id, organization_id, type, object_type, object_id, facts, inbox, waits_for, rank_id, unpushed)
  select id, person_id, organization_id, type, object_type, object_id, facts, inbox,
    case when inbox = 'waiting' then jsonb_build_object(type, moment) else '{}' end, id, 'added'
  from told join fresh using (person_id)
  on conflict on constraint uq_notice_person_id_organization_id_object_type_object_id do update set
    type = excluded.type, facts = excluded.facts, rank_id = excluded.rank_id,
    inbox = case when ${STILL_WAITS} then 'waiting' else excluded.inbox end,
    waits_for = case when ${STILL_WAITS} then notice.waits_for else '{}' end || excluded.waits_for,
    told_at = now(), state = 'open', snoozed_until = null, read_at = null, unpushed = 'added',
    count = case when notice.read_at is null then notice.count + 1 else 1 end,
    mailed_at = case when notice.read_at is null then notice.mailed_at end,
    digest_since = case when notice.read_at is null then notice.digest_since end
  returning id as "noticeId", person_id as "personId", mailed_at is not null as mailed`;

const DROP_DOUBLED = `
  delete from notice n using notice stays
  where n.organization_id = $1 and stays.organization_id = $2 and stays.person_id = n.person_id
    and stays.object_type = n.object_type and stays.object_id = n.object_id`;

const MOVE = 'update notice set organization_id = $2 where organization_id = $1';

const SELECT = `
  select id, type, organization_id as "organizationId", object_type as "objectType", object_id as "objectId",
         facts, inbox as "group", state, snoozed_until as "snoozedUntil", count, rank_id as "rankId",
         created_at as "createdAt", told_at as "toldAt", read_at as "readAt"
  from notice`;

const IN_SCOPE = `person_id = $1 and (organization_id is null or organization_id = any($2::uuid[]))`;

const FILTERED = `
  ${IN_SCOPE} and state = $3 and ($4::text is null or inbox = $4) and (not $5::boolean or read_at is null)`;

const SLICE = `
  ${SELECT} where ${FILTERED} and ($6::uuid is null or rank_id < $6) order by rank_id desc limit $7`;

const COUNT = `select count(*)::int as count from (select from notice where ${FILTERED} limit $6) as found`;

const COUNT_GROUPS = `
  select inbox as "group", count(*)::int as open, (count(*) filter (where read_at is null))::int as unread
  from notice where ${IN_SCOPE} and state = 'open' group by inbox`;

const FIND = `${SELECT} where ${IN_SCOPE} and id = $3`;
const LOCK = `${FIND} for update`;

const MARK_READ = `
  update notice set read_at = now(), unpushed = 'changed'
  where ${IN_SCOPE} and read_at is null and ($3::uuid is null and state = 'open' or id = $3)
    and ($4::text is null or inbox = $4)`;

const MARK_UNREAD = `
  update notice set read_at = null, unpushed = 'changed'
  where ${IN_SCOPE} and read_at is not null and id = $3`;

const MOVE_STATE = `
  update notice set state = $2, snoozed_until = $3, unpushed = 'changed',
    read_at = case when $2 = 'archived' then coalesce(read_at, now()) else read_at end
  where id = $1`;

const RETURN_DUE = `
  update notice set state = 'open', snoozed_until = null, rank_id = $2, read_at = null, unpushed = 'added'
  where id = $1 and state = 'snoozed' and snoozed_until <= clock_timestamp()`;

const SETTLE = `
  with answered as (
    select id, (
      select coalesce(jsonb_object_agg(type, asked), '{}') from jsonb_each_text(waits_for) as t (type, asked)
      where type <> all($4::text[]) or asked collate "C" > $5
    ) as still
    from notice
    where object_id = $1 and ($2::uuid is null or organization_id = $2) and ($3::uuid is null or person_id = $3)
      and inbox = 'waiting' and state <> 'archived' and waits_for ?| $4::text[]
    order by id for update
  )
  update notice n set waits_for = still, unpushed = case when still = '{}' then 'changed' else unpushed end,
    state = case when still = '{}' then 'archived' else state end,
    snoozed_until = case when still = '{}' then null else snoozed_until end,
    read_at = case when still = '{}' then coalesce(read_at, now()) else read_at end
  from answered where n.id = answered.id and still <> n.waits_for`;

const FOR_DIGEST = `
  ${SELECT} where ${IN_SCOPE} and digest_since is not null and read_at is null and state = 'open'
  order by inbox = 'waiting' desc, inbox = 'mentions' desc, rank_id desc limit 1000`;

const DIGESTED = `
  update notice set digest_since = null,
    mailed_at = case when rank_id = any($2::uuid[]) then now() else mailed_at end
  where person_id = $1 and digest_since is not null and (rank_id = any($2::uuid[]) or read_at is not null)`;

const TAKE_UNPUSHED = `
  with taken as (
    select id, unpushed from notice where unpushed is not null order by id limit $1 for update skip locked
  )
  update notice n set unpushed = null from taken where n.id = taken.id
  returning n.id, n.person_id as "personId", taken.unpushed as what`;

function toNotice({ objectType, objectId, facts, ...row }: NoticeRow): Notice {
  return { ...row, object: { type: objectType, id: objectId }, counterpartId: facts.counterpartId };
}
