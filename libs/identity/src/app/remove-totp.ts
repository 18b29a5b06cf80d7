import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { SecondFactorRepository } from '../data/second-factor.repository.js';
import { NoTotp } from '../domain/identity.errors.js';
import { FactorChanges } from './factor-changes.js';
import { FreshProof } from './fresh-proof.js';

/** Takes the authenticator app away. Errors: auth/proof-required, second-factor/no-totp. */
@Injectable()
export class RemoveTotp {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly factors: SecondFactorRepository,
    private readonly freshProof: FreshProof,
    private readonly changes: FactorChanges,
  ) {}

  async execute(actor: Actor): Promise<void> {
    const { personId } = actor;
    await this.unitOfWork.run(actor, async (tx) => {
      await this.freshProof.require(tx, actor);
      if (!(await this.factors.removeTotp(tx, personId))) throw new NoTotp();
      await this.changes.afterRemoving(tx, personId);
      tx.audit({ action: 'totp.remove', entityType: 'person', entityId: personId });
      await this.changes.tell(tx, personId, 'totp_removed');
    });
  }
}
