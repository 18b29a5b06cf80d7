import { Injectable } from '@nestjs/common';
import type { Reads, Transaction } from '#libs/platform/database';
import type { ConversationMember } from '../domain/conversation.js';

/** A conversation whose latest messages, or latest changes of messages, are not in the search yet. */
export interface BehindConversation {
  readonly id: string;
  readonly lastSeq: number;
  readonly lastChange: number;
  readonly indexedSeq: number;
  readonly indexedChange: number;
}

export interface UnindexedMessage {
  readonly messageId: string;
  readonly seq: number;
  readonly body: string;
  readonly changed: number;
  /** False for one that was there before and has changed. */
  readonly isNew: boolean;
}

export interface FoundMessage {
  readonly conversationId: string;
  readonly messageId: string;
  readonly seq: number;
  readonly senderId: string;
  readonly senderOrganizationId: string;
  readonly body: string;
  readonly language: string | null;
  readonly postedAt: Date;
}

/** The search in messages: a projection of them, made when somebody searches or now and then, never on the way in. */
@Injectable()
export class MessageSearchRepository {
  /** Conversations of this person that are not wholly in the search, latest first. */
  async behindOf(reads: Reads, member: ConversationMember, limit: number): Promise<BehindConversation[]> {
    const values = [member.personId, member.organizationId, limit];
    return reads.rows<BehindConversation>(BEHIND_OF, values);
  }

  /** Any conversations that are not wholly in the search. */
  async behind(reads: Reads, limit: number): Promise<BehindConversation[]> {
    return reads.rows<BehindConversation>(`${BEHIND} order by c.id limit $1`, [limit]);
  }

  /**
   * The place of a conversation in the search, locked; undefined while somebody else works on it. Numbers are
   * given out under a lock and without gaps, so nothing can turn up later below the last one.
   */
  async lock(tx: Transaction, id: string): Promise<BehindConversation | undefined> {
    await tx.execute('insert into conversation_index (conversation_id) values ($1) on conflict do nothing', [id]);
    return tx.row<BehindConversation>(LOCK, [id]);
  }

  /** New messages, then those that were changed since; of something that only happened, an empty body. */
  async unindexed(tx: Transaction, place: BehindConversation, limit: number): Promise<UnindexedMessage[]> {
    const { id, indexedSeq, lastSeq, indexedChange } = place;
    return tx.rows<UnindexedMessage>(UNINDEXED, [id, indexedSeq, lastSeq, indexedChange, limit]);
  }

  async put(
    tx: Transaction,
    id: string,
    rows: readonly { messageId: string; seq: number; folded: string; grams: readonly string[] }[],
  ): Promise<void> {
    await tx.execute(PUT, [id, JSON.stringify(rows)]);
  }

  async moveOn(tx: Transaction, id: string, indexedSeq: number, indexedChange: number): Promise<void> {
    await tx.execute(
      'update conversation_index set indexed_seq = $2, indexed_change = $3 where conversation_id = $1',
      [id, indexedSeq, indexedChange],
    );
  }

  /** Latest first. Only what this person may see: messages of their spans that read so now and are not deleted. */
  async search(
    reads: Reads,
    member: ConversationMember,
    query: {
      words: readonly string[];
      grams: readonly string[];
      conversationId: string | null;
      before: string | null;
      limit: number;
    },
  ): Promise<FoundMessage[]> {
    return reads.rows<FoundMessage>(SEARCH, [
      ...[member.personId, member.organizationId, query.grams],
      query.words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`),
      ...[query.conversationId, query.before, query.limit],
    ]);
  }
}

const BEHIND = `
  select c.id, c.last_seq as "lastSeq", c.last_change as "lastChange",
    coalesce(i.indexed_seq, 0) as "indexedSeq", coalesce(i.indexed_change, 0) as "indexedChange"
  from conversation c left join conversation_index i on i.conversation_id = c.id
  where (c.last_seq > coalesce(i.indexed_seq, 0) or c.last_change > coalesce(i.indexed_change, 0))`;

const BEHIND_OF = `${BEHIND}
    and c.id in (select conversation_id from participant where person_id = $1 and organization_id = $2)
  order by c.active_at desc limit $3`;

const LOCK = `
  select c.id, c.last_seq as "lastSeq", c.last_change as "lastChange", i.indexed_seq as "indexedSeq",
    i.indexed_change as "indexedChange"
  from conversation_index i join conversation c on c.id = i.conversation_id
  where i.conversation_id = $1 for update of i skip locked`;

const UNINDEXED = `
  (select m.id as "messageId", m.seq, m.body, m.changed, true as "isNew" from message m
   where m.conversation_id = $1 and m.seq > $2 and m.seq <= $3 order by m.seq limit $5)
  union all
  (select m.id, m.seq, m.body, m.changed, false from message m
   where m.conversation_id = $1 and m.changed > $4 and m.changed > 0 and m.seq <= $2 order by m.changed limit $5)`;

const PUT = `
  with rows as (
    select * from jsonb_to_recordset($2::jsonb) as r ("messageId" uuid, seq int, folded text, grams text[])
  ), gone as (
    delete from message_search s using rows r where s.conversation_id = $1 and s.seq = r.seq and r.folded = ''
  )
  insert into message_search (conversation_id, seq, message_id, folded, grams)
  select $1, r.seq, r."messageId", r.folded, r.grams from rows r where r.folded <> ''
  on conflict (conversation_id, seq) do update set folded = excluded.folded, grams = excluded.grams`;

const SEARCH = `
  select m.conversation_id as "conversationId", m.id as "messageId", m.seq, m.sender_id as "senderId",
    m.sender_organization_id as "senderOrganizationId", m.body, m.language, m.posted_at as "postedAt"
  from participant p
  join message_search s on s.conversation_id = p.conversation_id and s.seq > p.joined_seq
    and s.seq <= coalesce(p.left_seq, s.seq)
  join message m on m.conversation_id = s.conversation_id and m.seq = s.seq and m.deleted_at is null
    and (p.left_change is null or m.changed <= p.left_change)
  where p.person_id = $1 and p.organization_id = $2 and s.grams @> $3::text[] and s.folded like all ($4::text[])
    and ($5::uuid is null or p.conversation_id = $5) and ($6::uuid is null or m.id < $6)
  order by m.id desc limit $7`;
