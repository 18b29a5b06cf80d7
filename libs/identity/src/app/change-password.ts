import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { AccountRepository } from '../data/account.repository.js';
import { AccountLinks } from './account-links.js';
import { CheckPassword } from './check-password.js';
import { EndSession } from './end-session.js';
import { Passwords } from './passwords.js';

/**
 * A person chooses another password and stays signed in here; all other sessions end. Errors:
 * account/password-wrong, auth/too-many-attempts, auth/busy.
 */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly links: AccountLinks,
    private readonly passwords: Passwords,
    private readonly checkPassword: CheckPassword,
    private readonly endSession: EndSession,
  ) {}

  async execute(actor: Actor, currentPassword: string, newPassword: string): Promise<void> {
    const { personId } = actor;
    const { id } = await this.checkPassword.execute(personId, currentPassword, '/currentPassword');
    const passwordHash = await this.passwords.hash(newPassword);
    await this.unitOfWork.run(actor, async (tx) => {
      const version = await this.accounts.replacePassword(tx, id, passwordHash);
      await this.endSession.allOf(tx, personId, 'password-changed', actor.sessionId);
      await this.links.voidAll(tx, id);
      tx.audit({ action: 'account.change-password', entityType: 'account', entityId: id });
      const source = { aggregateType: 'person', aggregateId: personId, seq: version };
      tx.emit('password.changed', source, {});
    });
  }
}
