import { Injectable } from '@nestjs/common';
import type { MessageView, Reaction } from '#libs/contracts';
import type { Reads, Transaction } from '#libs/platform/database';
import { MESSAGE_COLUMNS, type MessageRow, toMessageView } from './message-row.js';

/** A former wording of a message. */
export interface Wording {
  readonly revision: number;
  readonly body: string;
  readonly language: string | null;
  readonly replacedAt: Date;
}

/** What is done to messages after they were said. Every write holds the lock of the conversation. */
@Injectable()
export class MessageChangeRepository {
  async find(reads: Reads, conversationId: string, seq: number): Promise<MessageRow | undefined> {
    return reads.row<MessageRow>(
      `select ${MESSAGE_COLUMNS} from message m where m.conversation_id = $1 and m.seq = $2`,
      [conversationId, seq],
    );
  }

  /** Counts one more change of the conversation. */
  async count(tx: Transaction, conversationId: string): Promise<number> {
    const row = await tx.row<{ change: number }>(COUNT, [conversationId]);
    if (!row) throw new Error('A locked conversation vanished.');
    return row.change;
  }

  /** Keeps what a message said until this change. */
  async keepWording(tx: Transaction, message: MessageRow, change: number): Promise<void> {
    const { conversationId, seq, revision, body, language } = message;
    await tx.execute(
      `insert into message_wording (conversation_id, seq, revision, body, language, changed)
       values ($1, $2, $3, $4, $5, $6)`,
      [conversationId, seq, revision, body, language, change],
    );
  }

  async reword(
    tx: Transaction,
    { conversationId, seq }: MessageRow,
    wording: { body: string; language: string | null; details: object | null; change: number },
  ): Promise<MessageRow> {
    const { body, language, details, change } = wording;
    const kept = details === null ? null : JSON.stringify(details);
    return this.changed(tx, REWORD, [conversationId, seq, body, language, kept, change]);
  }

  async blank(tx: Transaction, { conversationId, seq }: MessageRow, change: number): Promise<MessageRow> {
    return this.changed(tx, BLANK, [conversationId, seq, change]);
  }

  async react(
    tx: Transaction,
    { conversationId, seq }: MessageRow,
    reactions: Partial<Record<Reaction, readonly string[]>>,
    change: number,
  ): Promise<MessageRow> {
    return this.changed(tx, REACT, [conversationId, seq, JSON.stringify(reactions), change]);
  }

  /** Messages in (`joinedSeq`, `upToSeq`] changed in (`after`, `upTo`], in the order of their changes. */
  async changes(
    reads: Reads,
    conversationId: string,
    span: { after: number; upTo: number; joinedSeq: number; upToSeq: number; limit: number },
  ): Promise<MessageView[]> {
    const rows = await reads.rows<MessageRow>(
      `select ${MESSAGE_COLUMNS} from message m
       where m.conversation_id = $1 and m.changed > $2 and m.changed > 0 and m.changed <= $3
         and m.seq > $4 and m.seq <= $5 order by m.changed limit $6`,
      [conversationId, span.after, span.upTo, span.joinedSeq, span.upToSeq, span.limit],
    );
    return rows.map(toMessageView);
  }

  /** Former wordings, first one first. */
  async wordings(reads: Reads, conversationId: string, seq: number): Promise<Wording[]> {
    return reads.rows<Wording>(
      `select revision, body, language, replaced_at as "replacedAt" from message_wording
       where conversation_id = $1 and seq = $2 order by revision`,
      [conversationId, seq],
    );
  }

  /**
   * How messages of these numbers read at a change: the wording that was replaced next after it. By number; of
   * those that were not replaced since, nothing.
   */
  async wordingsAt(
    reads: Reads,
    conversationId: string,
    seqs: readonly number[],
    change: number,
  ): Promise<Map<number, Wording>> {
    const rows = await reads.rows<Wording & { seq: number }>(
      `select distinct on (seq) seq, revision, body, language, replaced_at as "replacedAt" from message_wording
       where conversation_id = $1 and seq = any($2::int[]) and changed > $3 order by seq, revision`,
      [conversationId, seqs, change],
    );
    return new Map(rows.map(({ seq, ...wording }) => [seq, wording]));
  }

  private async changed(tx: Transaction, text: string, values: readonly (string | number | null)[]) {
    const row = await tx.row<MessageRow>(text, values);
    if (!row) throw new Error('A message vanished under the lock of its conversation.');
    return row;
  }
}

const COUNT = `
  update conversation set last_change = last_change + 1, updated_at = now(), changed_xid = pg_current_xact_id()
  where id = $1 returning last_change as change`;

const REWORD = `
  update message m set body = $3, language = $4, details = $5::jsonb, changed = $6, revision = revision + 1,
    edited_at = now()
  where m.conversation_id = $1 and m.seq = $2 returning ${MESSAGE_COLUMNS}`;

const BLANK = `
  update message m set body = '', details = null, reactions = null, changed = $3, revision = revision + 1,
    deleted_at = now()
  where m.conversation_id = $1 and m.seq = $2 returning ${MESSAGE_COLUMNS}`;

const REACT = `
  update message m set reactions = $3::jsonb, changed = $4
  where m.conversation_id = $1 and m.seq = $2 returning ${MESSAGE_COLUMNS}`;
