import { Injectable } from '@nestjs/common';
import { systemActor } from '#libs/kernel';
import { FailureThrottle, TooManyFailures } from '#libs/platform/auth';
import { newId, UnitOfWork } from '#libs/platform/database';
import { AccountRepository } from '../data/account.repository.js';
import { foldEmail } from '../domain/email.js';
import { AccountLinks } from './account-links.js';

const MAILS_IN_15_MINUTES = 3;

/**
 * Somebody forgot a password. The answer is the same for every address, and so is the work: for one that nobody
 * has, the same statements run about nobody, and the mail is left out later, by the worker.
 */
@Injectable()
export class RequestPasswordReset {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly links: AccountLinks,
    private readonly throttle: FailureThrottle,
  ) {}

  async execute(requestId: string, email: string): Promise<void> {
    if (await this.isAskedTooOften(email)) return;
    await this.unitOfWork.run(systemActor(requestId), async (tx) => {
      const account = await this.accounts.byEmail(tx, email);
      const known = account?.state === 'active' ? account : undefined;
      const { id, personId, version } = known ?? { id: newId(), personId: newId(), version: 1 };
      await this.links.open(tx, id, 'password-reset');
      tx.audit({ action: 'account.request-password-reset', entityType: 'account', entityId: id });
      const source = { aggregateType: 'person', aggregateId: personId, seq: version };
      tx.emit('password-reset.requested', source, {});
    });
  }

  /** Spares an address from being flooded with mails; whoever asks sees no difference. */
  private async isAskedTooOften(email: string): Promise<boolean> {
    try {
      const key = `password-reset/account:${foldEmail(email)}`;
      await this.throttle.fail([{ key, limit: MAILS_IN_15_MINUTES }]);
      return false;
    } catch (error) {
      if (error instanceof TooManyFailures) return true;
      throw error;
    }
  }
}
