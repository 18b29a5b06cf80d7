import { Injectable } from '@nestjs/common';
import { systemActor } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { AccountRepository } from '../data/account.repository.js';
import { ConfirmationInvalid } from '../domain/identity.errors.js';
import { EmailConfirmations } from './email-confirmations.js';

/** A person proves the address by the token of the mail. Repeating it is harmless. Errors: auth/confirmation-invalid. */
@Injectable()
export class ConfirmEmail {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly confirmations: EmailConfirmations,
  ) {}

  async execute(requestId: string, token: string): Promise<void> {
    await this.unitOfWork.run(systemActor(requestId), async (tx) => {
      const confirmation = await this.accounts.lockConfirmation(tx, this.confirmations.hash(token));
      if (!confirmation) throw new ConfirmationInvalid();
      if (confirmation.isUsed) return;
      if (!(await this.accounts.activate(tx, confirmation.accountId))) throw new ConfirmationInvalid();
      await this.accounts.useConfirmation(tx, confirmation.id);
      tx.audit({
        action: 'account.confirm',
        entityType: 'account',
        entityId: confirmation.accountId,
        fromState: 'pending',
        toState: 'active',
      });
    });
  }
}
