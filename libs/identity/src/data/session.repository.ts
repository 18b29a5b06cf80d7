import { Injectable } from '@nestjs/common';
import type { Database, Transaction } from '#libs/platform/database';

export type EndReason = 'signed-out' | 'token-reused' | 'revoked';

export interface PresentedTokenRow {
  readonly sessionId: string;
  readonly personId: string;
  readonly generation: number;
  readonly currentGeneration: number;
  readonly secondsSinceRotation: number;
  readonly sessionOver: boolean;
}

@Injectable()
export class SessionRepository {
  async insert(
    tx: Transaction,
    session: { id: string; personId: string; tokenHash: Buffer; days: number },
  ): Promise<void> {
    await tx.execute(INSERT, [session.id, session.personId, session.days, session.tokenHash]);
  }

  /** The session behind a refresh token, locked: two presentations of one token follow each other. */
  async lockByToken(tx: Transaction, tokenHash: Buffer): Promise<PresentedTokenRow | undefined> {
    return tx.row<PresentedTokenRow>(LOCK_BY_TOKEN, [tokenHash]);
  }

  /** Makes `tokenHash` the current token and gives the session `days` more. */
  async rotate(tx: Transaction, sessionId: string, tokenHash: Buffer, days: number): Promise<void> {
    await tx.execute(ROTATE, [sessionId, days, tokenHash]);
  }

  async end(tx: Transaction, sessionId: string, reason: EndReason): Promise<{ personId: string } | undefined> {
    return tx.row<{ personId: string }>(END, [sessionId, reason]);
  }

  /** Removes up to `limit` sessions that are over for a week, with their tokens; answers how many. */
  async removeOld(database: Database, limit: number): Promise<number> {
    return database.execute(REMOVE_OLD, [limit]);
  }
}

const INSERT = `
  with added as (
    insert into session (id, person_id, expires_at) values ($1, $2, now() + make_interval(days => $3))
    returning id, generation
  )
  insert into refresh_token (token_hash, session_id, generation) select $4, id, generation from added`;

/** Decided on columns of the session only: after waiting for its lock, they are the ones read afresh. */
const LOCK_BY_TOKEN = `
  select s.id as "sessionId", s.person_id as "personId", t.generation, s.generation as "currentGeneration",
    extract(epoch from clock_timestamp() - s.rotated_at)::float8 as "secondsSinceRotation",
    s.ended_at is not null or s.expires_at <= clock_timestamp() or a.state <> 'active' as "sessionOver"
  from refresh_token t join session s on s.id = t.session_id join account a on a.person_id = s.person_id
  where t.token_hash = $1
  for update of s`;

const ROTATE = `
  with rotated as (
    update session set generation = generation + 1, rotated_at = clock_timestamp(),
      expires_at = now() + make_interval(days => $2)
    where id = $1 returning id, generation
  )
  insert into refresh_token (token_hash, session_id, generation) select $3, id, generation from rotated`;

const END = `
  update session set ended_at = now(), end_reason = $2 where id = $1 and ended_at is null
  returning person_id as "personId"`;

const REMOVE_OLD = `
  delete from session where id = any (array(
    select id from session where least(ended_at, expires_at) < now() - interval '7 days' limit $1))`;
