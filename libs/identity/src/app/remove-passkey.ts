import { Injectable } from '@nestjs/common';
import { type Actor, NotFound, StaleVersion } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { PasskeyRepository } from '../data/passkey.repository.js';
import { FactorChanges } from './factor-changes.js';
import { FreshProof } from './fresh-proof.js';

/** A passkey opens the account no longer. Errors: request/not-found, request/stale-version, auth/proof-required. */
@Injectable()
export class RemovePasskey {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly passkeys: PasskeyRepository,
    private readonly freshProof: FreshProof,
    private readonly changes: FactorChanges,
  ) {}

  async execute(actor: Actor, id: string, version: number): Promise<void> {
    const { personId } = actor;
    await this.unitOfWork.run(actor, async (tx) => {
      const passkey = await this.passkeys.lock(tx, personId, id);
      if (!passkey) throw new NotFound();
      await this.freshProof.require(tx, actor);
      if (passkey.version !== version) throw new StaleVersion(passkey.version);
      await this.passkeys.remove(tx, id);
      await this.changes.afterRemoving(tx, personId);
      tx.audit({ action: 'passkey.remove', entityType: 'passkey', entityId: id });
      await this.changes.tell(tx, personId, 'passkey_removed');
    });
  }
}
