import { Injectable } from '@nestjs/common';
import { systemActor } from '#libs/kernel';
import { type Transaction, UnitOfWork } from '#libs/platform/database';
import { AccountRepository } from '../data/account.repository.js';
import { LinkInvalid } from '../domain/identity.errors.js';
import { AccountLinks } from './account-links.js';
import { ErasePerson } from './erase-person.js';

/**
 * The owner of the new address follows the link; from now on the account has it, and links that were sent to the
 * old one are void. A registration of the new address that was never confirmed gives way. Errors:
 * account/link-invalid.
 */
@Injectable()
export class ConfirmEmailChange {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly links: AccountLinks,
    private readonly erasePerson: ErasePerson,
  ) {}

  async execute(requestId: string, token: string): Promise<void> {
    await this.unitOfWork.run(systemActor(requestId), async (tx) => {
      const { accountId, personId, newEmail } = await this.links.take(tx, 'email-change', token);
      const email = newEmail ?? '';
      await this.accounts.lockEmail(tx, email);
      await this.makeWay(tx, accountId, email);
      const version = await this.accounts.replaceEmail(tx, accountId, email);
      await this.links.voidAll(tx, accountId);
      tx.audit({ action: 'account.change-email', entityType: 'account', entityId: accountId });
      tx.emit('email.changed', { aggregateType: 'person', aggregateId: personId, seq: version }, {});
    });
  }

  /** @throws LinkInvalid when somebody else has confirmed the address meanwhile */
  private async makeWay(tx: Transaction, accountId: string, email: string): Promise<void> {
    const holder = await this.accounts.byEmail(tx, email);
    if (!holder || holder.id === accountId) return;
    if (holder.state !== 'pending') throw new LinkInvalid();
    await this.erasePerson.within(tx, holder.personId);
  }
}
