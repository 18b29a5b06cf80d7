import { createHash, createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { deriveKey } from '#libs/platform/auth';
import { TtnConfig } from '#libs/platform/config';
import { Database, newId, type Transaction } from '#libs/platform/database';
import { AccountRepository } from '../data/account.repository.js';

const HOURS = 24;

/**
 * Links that prove an e-mail address. The token is derived from the id of its row and a key of the server:
 * the mail can be written later, by another process, and no token lies in a table, a queue or the outbox.
 */
@Injectable()
export class EmailConfirmations {
  private readonly key: Buffer;

  constructor(
    private readonly accounts: AccountRepository,
    private readonly database: Database,
    private readonly config: TtnConfig,
  ) {
    this.key = deriveKey(config.TTN_SECRET, 'email-confirmation');
  }

  /** Opens a confirmation for 24 hours and voids earlier ones of the account. */
  async open(tx: Transaction, accountId: string): Promise<void> {
    const id = newId();
    const tokenHash = this.hash(this.tokenOf(id));
    await this.accounts.insertConfirmation(tx, { id, accountId, tokenHash, hours: HOURS });
  }

  /**
   * The address to put into the mail for a person who has registered, in the fragment so that no server logs
   * it; null when there is nothing to confirm (any more).
   */
  async linkFor(personId: string): Promise<string | null> {
    const open = await this.accounts.openConfirmation(this.database, personId);
    if (!open) return null;
    return `${this.config.PUBLIC_URL.replace(/\/$/, '')}/confirm-email#token=${this.tokenOf(open.id)}`;
  }

  /** Whether the address of a person's account is theirs, as far as a link that was sent to it can say. */
  async isConfirmed(personId: string): Promise<boolean> {
    return this.accounts.isConfirmed(this.database, personId);
  }

  hash(token: string): Buffer {
    return createHash('sha256').update(token).digest();
  }

  private tokenOf(id: string): string {
    return createHmac('sha256', this.key).update(id).digest('base64url');
  }
}
