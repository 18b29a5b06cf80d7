import { Injectable } from '@nestjs/common';
import type { Reads, Transaction } from '#libs/platform/database';

/** Wishes to be erased, and how they are carried out on the rows of identity. */
@Injectable()
export class ErasureRepository {
  /** The wish of a person; a second one changes nothing. Answers when it is due. */
  async request(tx: Transaction, personId: string, days: number): Promise<Date> {
    const row = await tx.row<{ dueAt: Date }>(REQUEST, [personId, days]);
    return row?.dueAt ?? new Date();
  }

  async dueAt(reads: Reads, personId: string): Promise<Date | undefined> {
    return (await reads.row<{ dueAt: Date }>(DUE_AT, [personId]))?.dueAt;
  }

  /** The wish, locked, with whether its time has come. */
  async lock(tx: Transaction, personId: string): Promise<{ isDue: boolean } | undefined> {
    return tx.row<{ isDue: boolean }>(LOCK, [personId]);
  }

  async postpone(tx: Transaction, personId: string, days: number): Promise<Date> {
    const row = await tx.row<{ dueAt: Date }>(POSTPONE, [personId, days]);
    return row?.dueAt ?? new Date();
  }

  async cancel(tx: Transaction, personId: string): Promise<boolean> {
    return (await tx.execute('delete from person_erasure where person_id = $1', [personId])) === 1;
  }

  /** Blanks the person and removes everything that signs in. Answers the new version of the person. */
  async blank(tx: Transaction, personId: string): Promise<number> {
    for (const table of OWN_TABLES) await tx.execute(`delete from ${table} where person_id = $1`, [personId]);
    await tx.execute('delete from session where person_id = $1', [personId]);
    await tx.execute('delete from account where person_id = $1', [personId]);
    return (await tx.row<{ version: number }>(BLANK, [personId]))?.version ?? 1;
  }
}

const OWN_TABLES = [
  'known_device',
  'totp_secret',
  'recovery_code',
  'passkey',
  'passkey_challenge',
  'pending_sign_in',
  'data_export',
  'person_erasure',
  // Answers that are kept for requests that come twice.
  'idempotency_record',
] as const;

const REQUEST = `
  insert into person_erasure as e (person_id, due_at) values ($1, now() + make_interval(days => $2))
  on conflict (person_id) do update set due_at = e.due_at returning due_at as "dueAt"`;

const DUE_AT = `select due_at as "dueAt" from person_erasure where person_id = $1`;

const LOCK = `select due_at <= clock_timestamp() as "isDue" from person_erasure where person_id = $1 for update`;

const POSTPONE = `
  update person_erasure set due_at = now() + make_interval(days => $2) where person_id = $1
  returning due_at as "dueAt"`;

/** What could tell who it was is emptied; the id stays, for what the person wrote to others. */
const BLANK = `
  update person set display_name = '', latin_name = null, language = 'en', time_zone = 'UTC', languages = '{}',
    working_hours = '[]', discoverable = false, erased_at = now(), version = version + 1, updated_at = now()
  where id = $1 returning version`;
