import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { deriveKey } from '#libs/platform/auth';
import { TtnConfig } from '#libs/platform/config';
import { Database, newId, type Transaction } from '#libs/platform/database';
import { AccountLinkRepository, type LinkPurpose, type LinkRow } from '../data/account-link.repository.js';
import { LinkInvalid } from '../domain/identity.errors.js';
import { hashOf } from './device-marks.js';

/** How long a link is good, and the screen it leads to. */
const LINKS: Readonly<Record<LinkPurpose, { minutes: number; path: string }>> = {
  'password-reset': { minutes: 60, path: '/reset-password' },
  'email-change': { minutes: 24 * 60, path: '/confirm-new-email' },
};

/**
 * Links by mail that change an account. As with confirmations, the token is derived from the id of its row and a
 * key of the server: no token lies in a table, a queue or the outbox. Each is good once.
 */
@Injectable()
export class AccountLinks {
  private readonly key: Buffer;

  constructor(
    private readonly links: AccountLinkRepository,
    private readonly database: Database,
    private readonly config: TtnConfig,
  ) {
    this.key = deriveKey(config.TTN_SECRET, 'account-link');
  }

  /** Opens a link and voids an earlier one for the same purpose. Does the same work for an account that is none. */
  async open(
    tx: Transaction,
    accountId: string,
    purpose: LinkPurpose,
    newEmail: string | null = null,
  ): Promise<void> {
    const id = newId();
    const tokenHash = hashOf(this.tokenOf(id));
    await this.links.insert(tx, { id, accountId, purpose, tokenHash, newEmail }, LINKS[purpose].minutes);
  }

  /** Uses a link up. @throws LinkInvalid when it is unknown, used, replaced or too old */
  async take(tx: Transaction, purpose: LinkPurpose, token: string): Promise<LinkRow> {
    const link = await this.links.take(tx, purpose, hashOf(token));
    if (!link) throw new LinkInvalid();
    return link;
  }

  /** The address to put into the mail, the token in the fragment; null when the link is worth nothing (any more). */
  async linkFor(personId: string, purpose: LinkPurpose): Promise<string | null> {
    const open = await this.links.open(this.database, personId, purpose);
    if (!open) return null;
    const base = this.config.PUBLIC_URL.replace(/\/$/, '');
    return `${base}${LINKS[purpose].path}#token=${this.tokenOf(open.id)}`;
  }

  /** The address that a person wants the account to have and has not proven yet. */
  async newEmailOf(personId: string): Promise<string | null> {
    return (await this.links.open(this.database, personId, 'email-change'))?.newEmail ?? null;
  }

  /** Voids every open link of an account. */
  async voidAll(tx: Transaction, accountId: string): Promise<void> {
    await this.links.removeAll(tx, accountId);
  }

  private tokenOf(id: string): string {
    return createHmac('sha256', this.key).update(id).digest('base64url');
  }
}
