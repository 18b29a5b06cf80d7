import { Injectable } from '@nestjs/common';
import type { Reads, Transaction } from '#libs/platform/database';
import type { DeviceKind } from '../domain/device.js';
import type { LiveSession } from '../domain/session.js';

export type EndReason = 'signed-out' | 'token-reused' | 'revoked' | 'password-changed' | 'erased';

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
    session: { id: string; personId: string; tokenHash: Buffer; days: number; kind: DeviceKind },
  ): Promise<void> {
    const { id, personId, days, tokenHash, kind } = session;
    await tx.execute(INSERT, [id, personId, days, tokenHash, kind.browser, kind.system]);
  }

  /** Sessions of a person that have not ended, newest first. */
  async live(reads: Reads, personId: string): Promise<LiveSession[]> {
    return reads.rows<LiveSession>(LIVE, [personId]);
  }

  /** Whether the person has proven in this session, within so many minutes, that it is they. */
  async isProven(reads: Reads, sessionId: string, minutes: number): Promise<boolean> {
    return (await reads.row<{ proven: boolean }>(IS_PROVEN, [sessionId, minutes]))?.proven ?? false;
  }

  async provenAt(reads: Reads, sessionId: string): Promise<Date | undefined> {
    return (await reads.row<{ provenAt: Date }>(PROVEN_AT, [sessionId]))?.provenAt;
  }

  async prove(tx: Transaction, sessionId: string): Promise<void> {
    await tx.execute('update session set proven_at = now() where id = $1', [sessionId]);
  }

  /** Says that a device was used; answers whether the person had used it before, or never any. */
  async meetDevice(
    tx: Transaction,
    personId: string,
    deviceHash: Buffer,
  ): Promise<{ isKnown: boolean; isFirst: boolean }> {
    const before = await tx.row<{ isKnown: boolean; isFirst: boolean }>(DEVICES, [personId, deviceHash]);
    await tx.execute(MEET_DEVICE, [personId, deviceHash]);
    return before ?? { isKnown: false, isFirst: true };
  }

  async knowsDevice(reads: Reads, personId: string, deviceHash: Buffer): Promise<boolean> {
    return (await reads.row<{ isKnown: boolean }>(DEVICES, [personId, deviceHash]))?.isKnown ?? false;
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

  /** Ends the live sessions of a person but one; answers their ids. */
  async endAll(
    tx: Transaction,
    personId: string,
    reason: EndReason,
    but: string | null,
  ): Promise<{ id: string }[]> {
    return tx.rows<{ id: string }>(END_ALL, [personId, reason, but]);
  }

  /** Sign-ins that wait for their second step must begin again. */
  async endPending(tx: Transaction, personId: string): Promise<void> {
    await tx.execute('delete from pending_sign_in where person_id = $1', [personId]);
  }

  async isOf(reads: Reads, sessionId: string, personId: string): Promise<boolean> {
    return (await reads.rows(IS_OF, [sessionId, personId])).length === 1;
  }
}

const INSERT = `
  with added as (
    insert into session (id, person_id, expires_at, browser, system)
    values ($1, $2, now() + make_interval(days => $3), $5, $6)
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

const END_ALL = `
  update session set ended_at = now(), end_reason = $2
  where person_id = $1 and id is distinct from $3::uuid and ended_at is null and expires_at > now()
  returning id`;

const IS_OF = `select from session where id = $1 and person_id = $2 and ended_at is null and expires_at > now()`;

const LIVE = `
  select id, browser, system, created_at as "createdAt", rotated_at as "lastSeenAt", expires_at as "expiresAt"
  from session where person_id = $1 and ended_at is null and expires_at > now() order by rotated_at desc, id desc`;

const IS_PROVEN = `
  select proven_at > now() - make_interval(mins => $2) as proven from session where id = $1 and ended_at is null`;

const PROVEN_AT = `select proven_at as "provenAt" from session where id = $1 and ended_at is null`;

const DEVICES = `
  select coalesce(bool_or(device_hash = $2), false) as "isKnown", count(*) = 0 as "isFirst"
  from known_device where person_id = $1`;

const MEET_DEVICE = `
  insert into known_device (person_id, device_hash) values ($1, $2)
  on conflict (person_id, device_hash) do update set last_seen_at = now()`;
