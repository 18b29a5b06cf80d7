import { Injectable } from '@nestjs/common';
import type { Reads, Transaction } from '#libs/platform/database';

export type LinkPurpose = 'password-reset' | 'email-change';

export interface LinkRow {
  readonly id: string;
  readonly accountId: string;
  readonly personId: string;
  readonly newEmail: string | null;
}

@Injectable()
export class AccountLinkRepository {
  /** A new link; an earlier one of the account for the same purpose is void from now on. */
  async insert(
    tx: Transaction,
    link: { id: string; accountId: string; purpose: LinkPurpose; tokenHash: Buffer; newEmail: string | null },
    minutes: number,
  ): Promise<void> {
    const { id, accountId, purpose, tokenHash, newEmail } = link;
    await tx.execute(INSERT, [id, accountId, purpose, tokenHash, newEmail, minutes]);
  }

  /** Takes a link away, which makes it good for one use; undefined when it is unknown or too old. */
  async take(tx: Transaction, purpose: LinkPurpose, tokenHash: Buffer): Promise<LinkRow | undefined> {
    return tx.row<LinkRow>(TAKE, [purpose, tokenHash]);
  }

  async open(reads: Reads, personId: string, purpose: LinkPurpose): Promise<LinkRow | undefined> {
    return reads.row<LinkRow>(OPEN, [personId, purpose]);
  }

  async removeAll(tx: Transaction, accountId: string): Promise<void> {
    await tx.execute('delete from account_link where account_id = $1', [accountId]);
  }
}

const INSERT = `
  insert into account_link (id, account_id, purpose, token_hash, new_email, expires_at)
  select $1, id, $3, $4, $5, now() + make_interval(mins => $6) from account where id = $2
  on conflict (account_id, purpose) do update set id = excluded.id, token_hash = excluded.token_hash,
    new_email = excluded.new_email, expires_at = excluded.expires_at, created_at = now()`;

const TAKE = `
  with taken as (delete from account_link where purpose = $1 and token_hash = $2 returning *)
  select l.id, a.id as "accountId", a.person_id as "personId", l.new_email as "newEmail"
  from taken l join account a on a.id = l.account_id
  where l.expires_at > now() and a.state = 'active'`;

const OPEN = `
  select l.id, a.id as "accountId", a.person_id as "personId", l.new_email as "newEmail"
  from account_link l join account a on a.id = l.account_id
  where a.person_id = $1 and l.purpose = $2 and l.expires_at > now()`;
