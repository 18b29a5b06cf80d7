import { Injectable } from '@nestjs/common';
import type { Reads, Transaction } from '#libs/platform/database';
import type { HeldFactors } from '../domain/second-factor.js';

export interface TotpRow {
  readonly sealedSecret: Buffer;
  readonly confirmedAt: Date | null;
  readonly lastStep: number;
}

/** Authenticator apps, recovery codes, and sign-ins that wait for one of them. */
@Injectable()
export class SecondFactorRepository {
  async held(reads: Reads, personId: string): Promise<HeldFactors> {
    const held = await reads.row<HeldFactors>(HELD, [personId]);
    return held ?? { totp: false, passkeys: 0, recoveryCodes: 0 };
  }

  /** The secret of a person, locked: two uses of one code follow each other. */
  async lockTotp(tx: Transaction, personId: string): Promise<TotpRow | undefined> {
    return tx.row<TotpRow>(LOCK_TOTP, [personId]);
  }

  /** Keeps a secret to be confirmed, instead of an earlier one that never was. */
  async offerTotp(tx: Transaction, personId: string, sealedSecret: Buffer): Promise<boolean> {
    return (await tx.execute(OFFER_TOTP, [personId, sealedSecret])) === 1;
  }

  /** Puts the secret in force, if it was not, and says which time step is used up. */
  async useTotp(tx: Transaction, personId: string, step: number): Promise<void> {
    await tx.execute(USE_TOTP, [personId, step]);
  }

  async removeTotp(tx: Transaction, personId: string): Promise<boolean> {
    return (await tx.execute(REMOVE_TOTP, [personId])) === 1;
  }

  async replaceRecoveryCodes(tx: Transaction, personId: string, hashes: readonly Buffer[]): Promise<void> {
    await this.removeRecoveryCodes(tx, personId);
    await tx.execute(INSERT_CODES, [personId, hashes]);
  }

  async removeRecoveryCodes(tx: Transaction, personId: string): Promise<void> {
    await tx.execute('delete from recovery_code where person_id = $1', [personId]);
  }

  /** Answers false for a code that is unknown or used. */
  async useRecoveryCode(tx: Transaction, personId: string, hash: Buffer): Promise<boolean> {
    return (await tx.execute(USE_CODE, [personId, hash])) === 1;
  }

  async insertPending(
    tx: Transaction,
    pending: { tokenHash: Buffer; personId: string; minutes: number },
  ): Promise<Date> {
    const { tokenHash, personId, minutes } = pending;
    const row = await tx.row<{ expiresAt: Date }>(INSERT_PENDING, [tokenHash, personId, minutes]);
    return row?.expiresAt ?? new Date();
  }

  /** Whose sign-in waits behind a token. */
  async pendingPerson(reads: Reads, tokenHash: Buffer): Promise<string | undefined> {
    return (await reads.row<{ personId: string }>(PENDING, [tokenHash]))?.personId;
  }

  /** Uses the token up; answers false when it was used meanwhile. */
  async endPending(tx: Transaction, tokenHash: Buffer): Promise<boolean> {
    return (await tx.execute('delete from pending_sign_in where token_hash = $1', [tokenHash])) === 1;
  }
}

const HELD = `
  select exists (select from totp_secret where person_id = $1 and confirmed_at is not null) as totp,
    (select count(*)::int from passkey where person_id = $1) as passkeys,
    (select count(*)::int from recovery_code where person_id = $1 and used_at is null) as "recoveryCodes"`;

const LOCK_TOTP = `
  select sealed_secret as "sealedSecret", confirmed_at as "confirmedAt", last_step as "lastStep"
  from totp_secret where person_id = $1 for update`;

const OFFER_TOTP = `
  insert into totp_secret as t (person_id, sealed_secret) values ($1, $2)
  on conflict (person_id) do update set sealed_secret = excluded.sealed_secret, created_at = now()
    where t.confirmed_at is null`;

const USE_TOTP = `
  update totp_secret set last_step = $2, confirmed_at = coalesce(confirmed_at, now()) where person_id = $1`;

const REMOVE_TOTP = `delete from totp_secret where person_id = $1 and confirmed_at is not null`;

const INSERT_CODES = `insert into recovery_code (person_id, code_hash) select $1, unnest($2::bytea[])`;

const USE_CODE = `
  update recovery_code set used_at = now() where person_id = $1 and code_hash = $2 and used_at is null`;

const INSERT_PENDING = `
  insert into pending_sign_in (token_hash, person_id, expires_at)
  values ($1, $2, now() + make_interval(mins => $3)) returning expires_at as "expiresAt"`;

const PENDING = `
  select s.person_id as "personId" from pending_sign_in s
    join account a on a.person_id = s.person_id and a.state = 'active'
  where s.token_hash = $1 and s.expires_at > now()`;
