import { Injectable } from '@nestjs/common';
import type { AttachmentView, MessageView } from '#libs/contracts';
import { Database, newId, type Reads } from '#libs/platform/database';
import type { Ahead } from '#libs/platform/realtime';
import type { ConversationMember } from '../domain/conversation.js';
import { MESSAGE_COLUMNS, type MessageRow, seatFrom, toMessageView } from './message-row.js';

/** A message to write, with the ids of the audit and outbox rows written beside it. */
export interface NewMessage {
  readonly id: string;
  readonly eventId: string;
  readonly conversationId: string;
  readonly senderId: string;
  readonly senderOrganizationId: string;
  readonly clientMessageId: string;
  readonly body: string;
  readonly language: string | null;
  /** What it answers, its thread and its details, as JSON; null for plain words. */
  readonly extras: string | null;
  readonly requestId: string;
}

/** How the transaction that writes messages tells other processes of them, as it commits. */
export interface Telling extends Ahead {
  /** What the name of a participant's room begins with, before `person:organization`. */
  readonly rooms: string;
  /** The push of a message up to its last two members, which are known to the database alone: `"seq":…,"postedAt":…}}]`. */
  readonly wordsOf: (message: NewMessage) => string;
}

/** The row that now stands for a message of a batch. */
export interface WrittenMessage {
  readonly id: string;
  readonly seq: number;
  readonly body: string;
  readonly language: string | null;
  readonly postedAt: Date;
  /** Who takes part; empty unless this very call wrote the row. */
  readonly recipients: readonly ConversationMember[];
  /** Other processes have been told of it; as {@link Telling} says. */
  readonly isTold?: boolean;
  readonly attachments?: readonly AttachmentView[];
}

/** A message some process committed and did not push, so far as the outbox knows. */
export interface UnpushedMessage {
  readonly eventId: string;
  /** Seconds since it was committed. */
  readonly age: number;
  readonly messageId: string;
  /** Posted, or changed since. */
  readonly type: 'message.posted' | 'message.changed';
}

interface WrittenRow {
  ord: number;
  id: string;
  seq: number;
  /** Null in the row of a new message: it is what was sent. */
  body: string | null;
  language: string | null;
  posted_at: Date;
  /** `person:organization`, joined by commas; in the first row of a conversation. */
  members: string | null;
  /** All new ones of the batch, or none. */
  told?: boolean;
}

@Injectable()
export class MessageRepository {
  constructor(private readonly database: Database) {}

  /**
   * Writes a batch as one transaction and answers, in the same order, what stands for each message: the new
   * row, the row of its first arrival, or undefined for a sender who takes no part in the conversation. Where it is too
   * much for `telling`, nobody is told.
   */
  async writeBatch(
    batch: readonly NewMessage[],
    reads: Reads = this.database,
    telling?: Telling,
  ): Promise<(WrittenMessage | undefined)[]> {
    const firsts = new Map<string, NewMessage>();
    for (const message of batch) if (!firsts.has(keyOf(message))) firsts.set(keyOf(message), message);
    const sent = [...firsts.values()];
    const columns = [
      sent.map((message) => message.id),
      sent.map((message) => message.conversationId),
      sent.map((message) => message.senderId),
      sent.map((message) => message.senderOrganizationId),
      sent.map((message) => message.clientMessageId),
      sent.map((message) => message.body),
      sent.map((message) => message.language),
      sent.map((message) => message.extras),
      sent.map((message) => message.requestId),
      sent.map(() => newId()),
      sent.map((message) => message.eventId),
    ];
    const words = telling && sent.map(telling.wordsOf);
    const told = words && sum(words) < telling.maxBytes;
    const rows = await (told
      ? reads.rows<WrittenRow>(WRITE_AND_TELL_BATCH, [
          ...columns,
          ...[telling.channel, telling.by, telling.maxBytes, telling.rooms, words],
        ])
      : reads.rows<WrittenRow>(WRITE_BATCH, columns));
    const written = byKey(sent, rows);
    return batch.map((message) => written.get(keyOf(message)));
  }

  /** Everything a person ever wrote, oldest first. */
  async writtenBy(personId: string): Promise<object[]> {
    return this.database.rows(WRITTEN_BY, [personId]);
  }

  /** Messages with numbers in (`after`, `upTo`], lowest first. */
  async forward(
    reads: Reads,
    conversationId: string,
    { after, upTo, limit }: { after: number; upTo: number; limit: number },
  ): Promise<MessageView[]> {
    const rows = await reads.rows<MessageRow>(
      `select ${MESSAGE_COLUMNS} from message m
       where m.conversation_id = $1 and m.seq > $2 and m.seq <= $3 order by m.seq limit $4`,
      [conversationId, after, upTo, limit],
    );
    return rows.map(toMessageView);
  }

  /** Messages with numbers in (`after`, `before`), highest first. */
  async backward(
    reads: Reads,
    conversationId: string,
    { after, before, limit }: { after: number; before: number; limit: number },
  ): Promise<MessageView[]> {
    const rows = await reads.rows<MessageRow>(
      `select ${MESSAGE_COLUMNS} from message m
       where m.conversation_id = $1 and m.seq > $2 and m.seq < $3 order by m.seq desc limit $4`,
      [conversationId, after, before, limit],
    );
    return rows.map(toMessageView);
  }

  /** A thread: the message that began it and its answers, lowest number first. */
  async thread(
    reads: Reads,
    conversationId: string,
    { thread, after, upTo, limit }: { thread: number; after: number; upTo: number; limit: number },
  ): Promise<MessageView[]> {
    const rows = await reads.rows<MessageRow>(
      `select ${MESSAGE_COLUMNS} from message m
       where m.conversation_id = $1 and (m.thread_seq = $2 or m.seq = $2) and m.seq > $3 and m.seq <= $4
       order by m.seq limit $5`,
      [conversationId, thread, after, upTo, limit],
    );
    return rows.map(toMessageView);
  }

  async setAttachments(tx: Reads, id: string, attachments: readonly AttachmentView[]): Promise<void> {
    await tx.rows(
      `update message set details = coalesce(details, '{}') || jsonb_build_object('attachments', $2::jsonb)
       where id = $1`,
      [id, JSON.stringify(attachments)],
    );
  }

  /** Whether somebody sees a message, and it is not deleted. */
  async isSeenBy(reads: Reads, id: string, { personId, organizationId }: ConversationMember): Promise<boolean> {
    return (await reads.row(SEEN_BY, [id, personId, organizationId])) !== undefined;
  }

  /** Locks, for this transaction, messages that nobody pushed within a second; oldest first. */
  async lockUnpushed(tx: Reads, limit: number): Promise<UnpushedMessage[]> {
    return tx.rows(
      `select id as "eventId", type, payload ->> 'messageId' as "messageId",
              extract(epoch from now() - occurred_at)::float8 as age
       from outbox_event
       where type in ('message.posted', 'message.changed') and pushed_at is null and occurred_at < now() - interval '1 second'
       order by occurred_at, aggregate_id, aggregate_seq limit $1
       for update skip locked`,
      [limit],
    );
  }

  /** Messages by id with who takes part now, by conversation and number. */
  async withRecipients(
    reads: Reads,
    ids: readonly string[],
  ): Promise<{ message: MessageView; recipients: ConversationMember[] }[]> {
    const rows = await reads.rows<MessageRow & { recipients: ConversationMember[] | null }>(
      `select ${MESSAGE_COLUMNS}, (
         select jsonb_agg(jsonb_build_object('personId', p.person_id, 'organizationId', p.organization_id))
         from participant p where p.conversation_id = m.conversation_id and p.left_seq is null
           and p.joined_seq < m.seq) as recipients
       from message m where m.id = any($1::uuid[]) order by m.conversation_id, m.seq`,
      [ids],
    );
    return rows.map(({ recipients, ...row }) => ({ message: toMessageView(row), recipients: recipients ?? [] }));
  }

  /** Notes that these events need no pushing any more. */
  async markPushed(reads: Reads, eventIds: readonly string[]): Promise<void> {
    await reads.rows('update outbox_event set pushed_at = now() where id = any($1::uuid[])', [eventIds]);
  }
}

const WRITE_BATCH = `
  select * from post_messages($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[],
    $7::text[], $8::text[], $9::text[], $10::uuid[], $11::uuid[])`;

/**
 * The same, and tells of what is new, in the form of {@link Ahead}. How long that will be is looked at before it is put
 * together: each member is followed by one character and becomes a room.
 */
const WRITE_AND_TELL_BATCH = `
  with written as materialized (${WRITE_BATCH}), fresh as materialized (
    select w.*, ($2::uuid[])[w.ord] as conversation_id,
      concat(chr(31), w.id, chr(31), ($16::text[])[w.ord], '"seq":', w.seq, ',"postedAt":"',
        to_char(w.posted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), '"}}]') as push
    from written w where w.body is null
  ), size as (
    select sum(octet_length(push)) + sum(2 + octet_length(members))
      + sum((1 + length(members) - length(replace(members, ',', ''))) * octet_length($15::text)) as bytes
    from fresh
  ), told as materialized (
    select pg_notify($12::text, $13::text || string_agg(pushes, '')) from (
      select concat(chr(30), $15::text, replace(max(members), ',', chr(10) || $15::text),
        string_agg(push, '' order by ord)) as pushes
      from fresh where (select bytes from size) <= $14::int - octet_length($13::text)
      group by conversation_id
    ) conversation
    having count(*) > 0
  )
  select w.*, exists (select from told) as told from written w`;

/** How long they are together, at least. */
function sum(words: readonly string[]): number {
  return words.reduce((length, each) => length + each.length, 0);
}

/** What makes a message the same as another one. */
function keyOf({ conversationId, senderId, senderOrganizationId, clientMessageId }: NewMessage): string {
  return `${conversationId} ${senderId} ${senderOrganizationId} ${clientMessageId}`;
}

function byKey(sent: readonly NewMessage[], rows: readonly WrittenRow[]): Map<string, WrittenMessage> {
  const recipients = new Map<string, ConversationMember[]>();
  for (const { ord, members } of rows) {
    const message = sent[ord - 1];
    if (message && members !== null) recipients.set(message.conversationId, members.split(',').map(seatFrom));
  }
  const written = new Map<string, WrittenMessage>();
  for (const row of rows) {
    const message = sent[row.ord - 1];
    if (!message) continue;
    const isNew = row.body === null;
    written.set(keyOf(message), {
      id: row.id,
      seq: row.seq,
      body: row.body ?? message.body,
      language: isNew ? message.language : row.language,
      postedAt: row.posted_at,
      recipients: isNew ? (recipients.get(message.conversationId) ?? []) : [],
      ...(isNew && row.told && { isTold: true }),
    });
  }
  return written;
}

const SEEN_BY = `
  select 1 as seen from message m
  join participant p on p.conversation_id = m.conversation_id and p.person_id = $2 and p.organization_id = $3
    and m.seq > p.joined_seq and m.seq <= coalesce(p.left_seq, m.seq)
  where m.id = $1 and m.deleted_at is null`;

const WRITTEN_BY = `
  select m.id, m.conversation_id as "conversationId", m.sender_organization_id as "organizationId", m.seq, m.body,
    m.language, m.posted_at as "postedAt"
  from participant p join message m on m.conversation_id = p.conversation_id and m.sender_id = p.person_id
    and m.sender_organization_id = p.organization_id
  where p.person_id = $1 order by m.id`;
