import { Injectable } from '@nestjs/common';
import type { Database, Reads, Transaction } from '#libs/platform/database';
import type { MailEnclosure } from '#libs/platform/mail';
import type { CapturedMail, ClaimedMail, MailState } from '../domain/mail.js';

export interface NewMail {
  readonly id: string;
  readonly eventId: string;
  /** Null for an address that is nobody's account yet. */
  readonly personId: string | null;
  readonly dedupeKey: string;
  readonly messageId: string;
  readonly template: string;
  readonly language: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly link: string;
  /** Text files that go along. */
  readonly enclosures?: readonly MailEnclosure[];
  readonly requestId: string;
  /** Not to be sent before; null: at once. */
  readonly dueAt: Date | null;
  readonly noticeId: string | null;
  readonly typeGroup: string | null;
  /** The conversation its answers go into; null where none are taken. */
  readonly conversationId: string | null;
  /** On whose behalf its reader is told; null for what concerns the person alone. */
  readonly organizationId: string | null;
}

/** How an attempt ended: the state it leads to and what goes with it. */
export interface AttemptOutcome {
  readonly state: Exclude<MailState, 'sending'>;
  readonly captured: boolean;
  readonly error: string | null;
  /** Seconds until the next attempt; 0 when there is none. */
  readonly pause: number;
}

@Injectable()
export class MailRepository {
  /**
   * Adds a mail unless one with its key exists. Its files take the place of those that still wait to be sent about the
   * same thing: they would arrive after it, and undo it.
   */
  async insert(tx: Transaction, mail: NewMail): Promise<void> {
    if (mail.enclosures?.length) await tx.execute(REPLACE, [mail.eventId, mail.personId]);
    await tx.execute(INSERT, [
      mail.id,
      mail.eventId,
      mail.personId,
      mail.dedupeKey,
      mail.messageId,
      mail.template,
      mail.language,
      mail.to,
      mail.subject,
      mail.text,
      mail.html,
      mail.link,
      mail.requestId,
      mail.dueAt,
      mail.noticeId,
      mail.typeGroup,
      JSON.stringify(mail.enclosures ?? []),
      mail.conversationId,
      mail.organizationId,
    ]);
  }

  /** What waits to be told for one organization is told for another. */
  async moveWaiting(tx: Transaction, fromId: string, intoId: string): Promise<void> {
    await tx.execute(MOVE_WAITING, [fromId, intoId]);
  }

  /** Claims this mail if it is due; no other worker has it until the claim runs out. */
  async claim(database: Database, id: string, seconds: number, giveUpAfterDays: number) {
    return database.row<ClaimedMail>(CLAIM_ONE, [seconds, giveUpAfterDays, id]);
  }

  /** Claims the mail that has been due for longest, of those no other worker is claiming. */
  async claimNext(database: Database, seconds: number, giveUpAfterDays: number) {
    return database.row<ClaimedMail>(CLAIM_NEXT, [seconds, giveUpAfterDays]);
  }

  /** Keeps a claim that takes longer. */
  async extend(database: Database, { id, attempt }: ClaimedMail, seconds: number): Promise<void> {
    await database.execute(EXTEND, [id, attempt, seconds]);
  }

  /** Ends an attempt. Answers false when the claim had run out and somebody else has taken the mail. */
  async settle(database: Database, mail: ClaimedMail, outcome: AttemptOutcome): Promise<boolean> {
    const { state, captured, error, pause } = outcome;
    const rows = await database.execute(SETTLE, [mail.id, mail.attempt, state, captured, error, pause]);
    return rows === 1;
  }

  /** Captured mail, newest first: of everybody, or of one person. */
  async captured(
    reads: Reads,
    { personId, after, limit }: { personId: string | null; after: string | undefined; limit: number },
  ): Promise<CapturedMail[]> {
    return reads.rows<CapturedMail>(CAPTURED, [personId, after ?? null, limit]);
  }

  /** How many {@link captured} would list, counted up to `cap`. */
  async countCaptured(reads: Reads, personId: string | null, cap: number): Promise<number> {
    return (await reads.row<{ count: number }>(COUNT_CAPTURED, [personId, cap]))?.count ?? 0;
  }

  async findCaptured(reads: Reads, id: string, personId: string | null): Promise<CapturedMail | undefined> {
    return reads.row<CapturedMail>(FIND_CAPTURED, [personId, id]);
  }
}

const INSERT = `
  insert into mail (id, event_id, person_id, dedupe_key, message_id, template, language, to_address,
                    subject, text, html, link, request_id, due_at, notice_id, type_group, enclosures,
                    conversation_id, organization_id)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, coalesce($14, now()), $15, $16, $17::jsonb, $18, $19)
  on conflict (dedupe_key) do nothing`;

const REPLACE = `
  update mail set state = 'dropped', last_error = 'A later one carries what it would have brought.'
  from outbox_event earlier, outbox_event later
  where earlier.id = mail.event_id and later.id = $1 and earlier.aggregate_id = later.aggregate_id
    and earlier.id <> later.id and mail.person_id = $2 and mail.state = 'queued'
    and jsonb_array_length(mail.enclosures) > 0`;

const MOVE_WAITING = `
  update mail set organization_id = $2 where organization_id = $1 and state in ('queued', 'sending')`;

const IS_DUE = `(state = 'queued' and due_at <= now() or state = 'sending' and claimed_until < now())`;

const claim = (which: string): string => `
  update mail
  set state = 'sending', attempts = attempts + 1, claimed_until = now() + $1 * interval '1 second'
  where ${which}
  returning id, person_id as "personId", template, message_id as "messageId", language, to_address as "to",
            subject, text, html, link, enclosures, request_id as "requestId", attempts as attempt,
            type_group as "typeGroup", conversation_id as "conversationId", organization_id as "organizationId",
            created_at < now() - $2 * interval '1 day' as overdue,
            exists (select from notice n where n.id = notice_id and (n.read_at is not null or n.state = 'archived'))
              and jsonb_array_length(enclosures) = 0 as "isRead"`;

const CLAIM_ONE = claim(`id = $3 and ${IS_DUE}`);

const CLAIM_NEXT = claim(`id = (
    select id from mail where state in ('queued', 'sending') and ${IS_DUE}
    order by due_at limit 1 for update skip locked)`);

const EXTEND = `
  update mail set claimed_until = now() + $3 * interval '1 second'
  where id = $1 and state = 'sending' and attempts = $2`;

const SETTLE = `
  update mail
  set state = $3, captured = $4, last_error = $5, due_at = now() + $6 * interval '1 second',
      claimed_until = null, sent_at = case when $3 = 'sent' then now() end
  where id = $1 and state = 'sending' and attempts = $2`;

const SELECT_CAPTURED = `
  select id, person_id as "personId", template, language, to_address as "to", subject, text, html, link,
         message_id as "messageId", type_group as "typeGroup", sent_at as "sentAt"
  from mail
  where captured and ($1::uuid is null or person_id = $1)`;

const CAPTURED = `${SELECT_CAPTURED} and ($2::uuid is null or id < $2) order by id desc limit $3`;

const COUNT_CAPTURED = `
  select count(*)::int as count
  from (select from mail where captured and ($1::uuid is null or person_id = $1) limit $2) as found`;

const FIND_CAPTURED = `${SELECT_CAPTURED} and id = $2`;
