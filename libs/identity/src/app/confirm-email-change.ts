import { Injectable } from '@nestjs/common';
import { systemActor } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { AccountRepository } from '../data/account.repository.js';
import { LinkInvalid } from '../domain/identity.errors.js';
import { AccountLinks } from './account-links.js';

/** The owner of the new address follows the link; from now on the account has it. Errors: account/link-invalid. */
@Injectable()
export class ConfirmEmailChange {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly links: AccountLinks,
  ) {}

  async execute(requestId: string, token: string): Promise<void> {
    await this.unitOfWork.run(systemActor(requestId), async (tx) => {
      const { accountId, personId, newEmail } = await this.links.take(tx, 'email-change', token);
      const email = newEmail ?? '';
      await this.accounts.lockEmail(tx, email);
      const version = await this.accounts.replaceEmail(tx, accountId, email);
      // Somebody else took the address meanwhile.
      if (version === undefined) throw new LinkInvalid();
      tx.audit({ action: 'account.change-email', entityType: 'account', entityId: accountId });
      tx.emit('email.changed', { aggregateType: 'person', aggregateId: personId, seq: version }, {});
    });
  }
}
