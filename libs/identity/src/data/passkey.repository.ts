import { Injectable } from '@nestjs/common';
import type { Database, Reads, Transaction } from '#libs/platform/database';
import type { ChallengePurpose, Passkey } from '../domain/passkey.js';

export interface NewPasskey {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly credentialId: string;
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly synced: boolean;
}

export interface CredentialRow {
  readonly id: string;
  readonly personId: string;
  readonly credentialId: string;
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly transports: string[];
}

export interface ChallengeRow {
  readonly personId: string | null;
  readonly challenge: string;
}

@Injectable()
export class PasskeyRepository {
  /** Answers false when the credential is registered already. */
  async insert(tx: Transaction, passkey: NewPasskey): Promise<boolean> {
    const { id, personId, name, credentialId, publicKey, counter, transports, synced } = passkey;
    const values = [id, personId, name, credentialId, publicKey, counter, transports, synced];
    return (await tx.execute(INSERT, values)) === 1;
  }

  /** Those of a person, oldest first. */
  async list(reads: Reads, personId: string): Promise<Passkey[]> {
    return reads.rows<Passkey>(`${PASSKEY} where person_id = $1 order by id`, [personId]);
  }

  async lock(tx: Transaction, personId: string, id: string): Promise<Passkey | undefined> {
    return tx.row<Passkey>(`${PASSKEY} where person_id = $1 and id = $2 for update`, [personId, id]);
  }

  async rename(tx: Transaction, id: string, name: string): Promise<void> {
    await tx.execute(RENAME, [id, name]);
  }

  async remove(tx: Transaction, id: string): Promise<void> {
    await tx.execute('delete from passkey where id = $1', [id]);
  }

  async credentialsOf(reads: Reads, personId: string): Promise<CredentialRow[]> {
    return reads.rows<CredentialRow>(`${CREDENTIAL} where k.person_id = $1 order by k.id`, [personId]);
  }

  /** The credential an authenticator answers with, of an active account. */
  async credential(reads: Reads, credentialId: string): Promise<CredentialRow | undefined> {
    return reads.row<CredentialRow>(`${CREDENTIAL} where k.credential_id = $1`, [credentialId]);
  }

  /**
   * Keeps how often the authenticator says it was used. Answers false when it says less than before: then two
   * authenticators hold the key. 0 is said by those that do not count.
   */
  async use(tx: Transaction, id: string, counter: number): Promise<boolean> {
    return (await tx.execute(USE, [id, counter])) === 1;
  }

  async insertChallenge(
    database: Database,
    challenge: { id: string; purpose: ChallengePurpose; personId: string | null; challenge: string },
    minutes: number,
  ): Promise<void> {
    const { id, purpose, personId, challenge: text } = challenge;
    await database.execute(INSERT_CHALLENGE, [id, purpose, personId, text, minutes]);
  }

  /** Takes a challenge away; undefined when it was taken before, is too old, or was given for something else. */
  async takeChallenge(
    database: Database,
    id: string,
    purpose: ChallengePurpose,
  ): Promise<ChallengeRow | undefined> {
    return database.row<ChallengeRow>(TAKE_CHALLENGE, [id, purpose]);
  }
}

const INSERT = `
  insert into passkey (id, person_id, name, credential_id, public_key, counter, transports, synced)
  values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (credential_id) do nothing`;

const PASSKEY = `
  select id, name, synced, version, created_at as "createdAt", last_used_at as "lastUsedAt" from passkey`;

const RENAME = `update passkey set name = $2, version = version + 1, updated_at = now() where id = $1`;

const CREDENTIAL = `
  select k.id, k.person_id as "personId", k.credential_id as "credentialId", k.public_key as "publicKey",
    k.counter::float8 as counter, k.transports
  from passkey k join account a on a.person_id = k.person_id and a.state = 'active'`;

const USE = `
  update passkey set counter = $2, last_used_at = now() where id = $1 and (counter < $2 or (counter = 0 and $2 = 0))`;

const INSERT_CHALLENGE = `
  insert into passkey_challenge (id, purpose, person_id, challenge, expires_at)
  values ($1, $2, $3, $4, now() + make_interval(mins => $5))`;

const TAKE_CHALLENGE = `
  with taken as (delete from passkey_challenge where id = $1 and purpose = $2 returning *)
  select person_id as "personId", challenge from taken where expires_at > now()`;
