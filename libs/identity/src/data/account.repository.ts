import { Injectable } from '@nestjs/common';
import type { Reads, Transaction } from '#libs/platform/database';
import { foldEmail } from '../domain/email.js';

export interface AccountRow {
  readonly id: string;
  readonly personId: string;
  readonly passwordHash: string;
  readonly state: 'pending' | 'active' | 'suspended';
  readonly version: number;
}

export interface ConfirmationRow {
  readonly id: string;
  readonly accountId: string;
  readonly personId: string;
  readonly accountState: AccountRow['state'];
  readonly isUsed: boolean;
}

@Injectable()
export class AccountRepository {
  async byEmail(reads: Reads, email: string): Promise<AccountRow | undefined> {
    return reads.row<AccountRow>(BY_EMAIL, [foldEmail(email)]);
  }

  async byPerson(reads: Reads, personId: string): Promise<AccountRow | undefined> {
    return reads.row<AccountRow>(BY_PERSON, [personId]);
  }

  async lockByPerson(tx: Transaction, personId: string): Promise<AccountRow | undefined> {
    return tx.row<AccountRow>(`${BY_PERSON} for update`, [personId]);
  }

  /** Lets two registrations of one address wait for each other until the transaction ends. */
  async lockEmail(tx: Transaction, email: string): Promise<void> {
    await tx.rows('select pg_advisory_xact_lock(hashtextextended($1, 1))', [foldEmail(email)]);
  }

  async insert(
    tx: Transaction,
    account: { id: string; personId: string; email: string; passwordHash: string; confirmed: boolean },
  ): Promise<void> {
    const { id, personId, email, passwordHash, confirmed } = account;
    await tx.execute(INSERT, [id, personId, email.trim(), foldEmail(email), passwordHash, confirmed]);
  }

  /** Answers the new version of the account. */
  async replacePassword(tx: Transaction, id: string, passwordHash: string): Promise<number> {
    return (await tx.row<{ version: number }>(REPLACE_PASSWORD, [id, passwordHash]))?.version ?? 1;
  }

  /** Answers the new version of the account. The address must be free. */
  async replaceEmail(tx: Transaction, id: string, email: string): Promise<number> {
    const values = [id, email.trim(), foldEmail(email)];
    return (await tx.row<{ version: number }>(REPLACE_EMAIL, values))?.version ?? 1;
  }

  async activate(tx: Transaction, id: string): Promise<boolean> {
    return (await tx.execute(ACTIVATE, [id])) === 1;
  }

  /** A new confirmation; earlier ones of the account are void from now on. */
  async insertConfirmation(
    tx: Transaction,
    confirmation: { id: string; accountId: string; tokenHash: Buffer; hours: number },
  ): Promise<void> {
    const { id, accountId, tokenHash, hours } = confirmation;
    await tx.execute('delete from email_confirmation where account_id = $1', [accountId]);
    await tx.execute(INSERT_CONFIRMATION, [id, accountId, tokenHash, hours]);
  }

  async lockConfirmation(tx: Transaction, tokenHash: Buffer): Promise<ConfirmationRow | undefined> {
    return tx.row<ConfirmationRow>(LOCK_CONFIRMATION, [tokenHash]);
  }

  async useConfirmation(tx: Transaction, id: string): Promise<void> {
    await tx.execute('update email_confirmation set used_at = now() where id = $1', [id]);
  }

  async isConfirmed(reads: Reads, personId: string): Promise<boolean> {
    const row = await reads.row<{ confirmed: boolean }>(IS_CONFIRMED, [personId]);
    return row?.confirmed ?? false;
  }

  /** Addresses, folded, with which somebody last registered more than `days` ago, and that nobody has confirmed. */
  async unconfirmed(reads: Reads, days: number, limit: number): Promise<string[]> {
    const rows = await reads.rows<{ email: string }>(UNCONFIRMED, [days, limit]);
    return rows.map(({ email }) => email);
  }

  /** Such a registration, locked; undefined when it is none any more. */
  async lockUnconfirmed(tx: Transaction, email: string, days: number): Promise<{ personId: string } | undefined> {
    return tx.row<{ personId: string }>(LOCK_UNCONFIRMED, [foldEmail(email), days]);
  }

  async openConfirmation(reads: Reads, personId: string): Promise<{ id: string } | undefined> {
    return reads.row<{ id: string }>(OPEN_CONFIRMATION, [personId]);
  }
}

const ACCOUNT = `
  select id, person_id as "personId", password_hash as "passwordHash", state, version from account`;

const BY_EMAIL = `${ACCOUNT} where email_folded = $1`;

const BY_PERSON = `${ACCOUNT} where person_id = $1`;

const INSERT = `
  insert into account (id, person_id, email, email_folded, password_hash, state, confirmed_at)
  values ($1, $2, $3, $4, $5, case when $6 then 'active' else 'pending' end, case when $6 then now() end)`;

const REPLACE_PASSWORD = `
  update account set password_hash = $2, password_changed_at = now(), version = version + 1, updated_at = now()
  where id = $1 returning version`;

const REPLACE_EMAIL = `
  update account set email = $2, email_folded = $3, version = version + 1, updated_at = now()
  where id = $1 returning version`;

const ACTIVATE = `
  update account set state = 'active', confirmed_at = now(), version = version + 1, updated_at = now()
  where id = $1 and state = 'pending'`;

const INSERT_CONFIRMATION = `
  insert into email_confirmation (id, account_id, token_hash, expires_at)
  values ($1, $2, $3, now() + make_interval(hours => $4))`;

const LOCK_CONFIRMATION = `
  select c.id, a.id as "accountId", a.person_id as "personId", a.state as "accountState",
    c.used_at is not null as "isUsed"
  from email_confirmation c join account a on a.id = c.account_id
  where c.token_hash = $1 and c.expires_at > now() for update`;

const IS_CONFIRMED = `select confirmed_at is not null as confirmed from account where person_id = $1`;

/** A registration that is repeated sets the password anew, so that its time begins again. */
const UNCONFIRMED = `
  select email_folded as email from account
  where state = 'pending' and password_changed_at < now() - make_interval(days => $1) limit $2`;

const LOCK_UNCONFIRMED = `
  select person_id as "personId" from account
  where email_folded = $1 and state = 'pending' and password_changed_at < now() - make_interval(days => $2)
  for update`;

const OPEN_CONFIRMATION = `
  select c.id from email_confirmation c join account a on a.id = c.account_id
  where a.person_id = $1 and a.state = 'pending' and c.used_at is null and c.expires_at > now()
  order by c.created_at desc limit 1`;
