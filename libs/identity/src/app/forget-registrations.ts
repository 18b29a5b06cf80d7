import { Injectable } from '@nestjs/common';
import { systemActor } from '#libs/kernel';
import { Database, UnitOfWork } from '#libs/platform/database';
import { AccountRepository } from '../data/account.repository.js';
import { ErasureRepository } from '../data/erasure.repository.js';

/** So long a registration waits for its address to be confirmed; the link of the mail is good for a day of it. */
const DAYS = 7;
const AT_ONCE = 200;

/**
 * Registrations whose address nobody has confirmed go: whoever it belongs to never asked TTN to keep it. Such a person
 * could not sign in, so there are no seats to give up; the mail that was sent goes by `person.erased`.
 */
@Injectable()
export class ForgetRegistrations {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly accounts: AccountRepository,
    private readonly erasures: ErasureRepository,
  ) {}

  async execute(signal?: AbortSignal): Promise<void> {
    for (;;) {
      const emails = await this.accounts.unconfirmed(this.database, DAYS, AT_ONCE);
      for (const email of emails) {
        signal?.throwIfAborted();
        await this.forget(email);
      }
      if (emails.length < AT_ONCE) return;
    }
  }

  /** Looked at again under the lock of the address: somebody may register with it at this moment. */
  private async forget(email: string): Promise<void> {
    await this.unitOfWork.run(systemActor('forget-registrations'), async (tx) => {
      await this.accounts.lockEmail(tx, email);
      const over = await this.accounts.lockUnconfirmed(tx, email, DAYS);
      if (!over) return;
      const version = await this.erasures.blank(tx, over.personId);
      tx.audit({ action: 'person.forget-registration', entityType: 'person', entityId: over.personId });
      tx.emit('person.erased', { aggregateType: 'person', aggregateId: over.personId, seq: version }, {});
    });
  }
}
