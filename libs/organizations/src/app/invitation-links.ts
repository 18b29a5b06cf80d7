import { createHash, createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { deriveKey } from '#libs/platform/auth';
import { TtnConfig } from '#libs/platform/config';
import { Database } from '#libs/platform/database';
import { InvitationRepository } from '../data/invitation.repository.js';

/**
 * Links that prove the invited address. A token is derived from the invitation, its term and a key of the server:
 * the mail can be written later, by another process, and no token lies in a table, a queue or the outbox. Sending
 * an invitation again changes its version, which voids the earlier link.
 */
@Injectable()
export class InvitationLinks {
  private readonly key: Buffer;

  constructor(
    private readonly invitations: InvitationRepository,
    private readonly database: Database,
    private readonly config: TtnConfig,
  ) {
    this.key = deriveKey(config.TTN_SECRET, 'invitation');
  }

  /** What is stored of the token that goes out while the invitation has this version. */
  hashFor(id: string, version: number): Buffer {
    return this.hash(this.tokenOf(id, version));
  }

  hash(token: string): Buffer {
    return createHash('sha256').update(token).digest();
  }

  /** The address to put into the mail, in the fragment so that no server logs it; null when it is worth nothing. */
  async linkFor(id: string): Promise<string | null> {
    const invitation = await this.invitations.byId(this.database, id);
    if (invitation?.state !== 'open' || invitation.isOver) return null;
    const token = this.tokenOf(id, invitation.version);
    return `${this.config.PUBLIC_URL.replace(/\/$/, '')}/invitation#token=${token}`;
  }

  private tokenOf(id: string, version: number): string {
    return createHmac('sha256', this.key).update(`${id} ${version}`).digest('base64url');
  }
}
