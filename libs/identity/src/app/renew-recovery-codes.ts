import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { SecondFactorRepository } from '../data/second-factor.repository.js';
import { NoSecondFactor } from '../domain/identity.errors.js';
import { methodsFor } from '../domain/second-factor.js';
import { FactorChanges } from './factor-changes.js';
import { FreshProof } from './fresh-proof.js';
import { RecoveryCodes } from './recovery-codes.js';

/** Makes new recovery codes, shown this once; the old ones are void. Errors: auth/proof-required, second-factor/none. */
@Injectable()
export class RenewRecoveryCodes {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly factors: SecondFactorRepository,
    private readonly freshProof: FreshProof,
    private readonly codes: RecoveryCodes,
    private readonly changes: FactorChanges,
  ) {}

  async execute(actor: Actor): Promise<{ recoveryCodes: readonly string[] }> {
    const { personId } = actor;
    return this.unitOfWork.run(actor, async (tx) => {
      await this.freshProof.require(tx, actor);
      if (methodsFor(await this.factors.held(tx, personId)).length === 0) throw new NoSecondFactor();
      const recoveryCodes = await this.codes.renew(tx, personId);
      tx.audit({ action: 'recovery-codes.renew', entityType: 'person', entityId: personId });
      await this.changes.tell(tx, personId, 'recovery_codes_renewed');
      return { recoveryCodes };
    });
  }
}
