import { Injectable } from '@nestjs/common';
import { type Actor, NotFound, StaleVersion } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { PasskeyRepository } from '../data/passkey.repository.js';

/** A person calls a passkey something else. Errors: request/not-found, request/stale-version. */
@Injectable()
export class RenamePasskey {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly passkeys: PasskeyRepository,
  ) {}

  async execute(actor: Actor, id: string, version: number, name: string): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const passkey = await this.passkeys.lock(tx, actor.personId, id);
      if (!passkey) throw new NotFound();
      if (passkey.version !== version) throw new StaleVersion(passkey.version);
      await this.passkeys.rename(tx, id, name.trim());
      tx.audit({ action: 'passkey.rename', entityType: 'passkey', entityId: id });
    });
  }
}
