import { Injectable } from '@nestjs/common';
import type { SecondFactorChange } from '#libs/contracts';
import type { Transaction } from '#libs/platform/database';
import { AccountRepository } from '../data/account.repository.js';
import { SecondFactorRepository } from '../data/second-factor.repository.js';
import { type HeldFactors, methodsFor } from '../domain/second-factor.js';
import { RecoveryCodes } from './recovery-codes.js';

/** What goes with every change of what a person signs in with: recovery codes, and a word to the person. */
@Injectable()
export class FactorChanges {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly factors: SecondFactorRepository,
    private readonly recoveryCodes: RecoveryCodes,
  ) {}

  async held(tx: Transaction, personId: string): Promise<HeldFactors> {
    return this.factors.held(tx, personId);
  }

  /** Locks the account, and answers new recovery codes when it has no factor yet; none when it has. */
  async beforeAdding(tx: Transaction, personId: string): Promise<readonly string[]> {
    await this.accounts.lockByPerson(tx, personId);
    const isFirst = methodsFor(await this.factors.held(tx, personId)).length === 0;
    return isFirst ? this.recoveryCodes.renew(tx, personId) : [];
  }

  /** Removes the recovery codes when there is no factor left that they could stand in for. */
  async afterRemoving(tx: Transaction, personId: string): Promise<void> {
    await this.accounts.lockByPerson(tx, personId);
    const { totp, passkeys } = await this.factors.held(tx, personId);
    if (!totp && passkeys === 0) await this.factors.removeRecoveryCodes(tx, personId);
  }

  async tell(tx: Transaction, personId: string, change: SecondFactorChange): Promise<void> {
    const account = await this.accounts.byPerson(tx, personId);
    const source = { aggregateType: 'person', aggregateId: personId, seq: account?.version ?? 1 };
    tx.emit('second-factor.changed', source, { change });
  }
}
