import { Injectable } from '@nestjs/common';
import { systemActor } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { AccountRepository } from '../data/account.repository.js';
import { AccountLinks } from './account-links.js';
import { EndSession } from './end-session.js';
import { Passwords } from './passwords.js';

/**
 * A new password by the link of the mail. Every session ends; second factors stay, so that a mailbox alone opens
 * no account that has one. Errors: account/link-invalid, auth/busy.
 */
@Injectable()
export class ResetPassword {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly links: AccountLinks,
    private readonly passwords: Passwords,
    private readonly endSession: EndSession,
  ) {}

  async execute(requestId: string, token: string, newPassword: string): Promise<void> {
    const passwordHash = await this.passwords.hash(newPassword);
    await this.unitOfWork.run(systemActor(requestId), async (tx) => {
      const { accountId, personId } = await this.links.take(tx, 'password-reset', token);
      const version = await this.accounts.replacePassword(tx, accountId, passwordHash);
      await this.endSession.allOf(tx, personId, 'password-changed');
      await this.links.voidAll(tx, accountId);
      tx.audit({ action: 'account.reset-password', entityType: 'account', entityId: accountId });
      const source = { aggregateType: 'person', aggregateId: personId, seq: version };
      tx.emit('password.changed', source, {});
    });
  }
}
