import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { Database, isId, newId, UnitOfWork } from '#libs/platform/database';
import { PasskeyRepository } from '../data/passkey.repository.js';
import { PasskeyRefused } from '../domain/identity.errors.js';
import { FreshProof } from './fresh-proof.js';
import { FactorChanges } from './factor-changes.js';
import type { PasskeyAnswer } from './passkey-assertions.js';
import { type NewCredential, RelyingParty } from './relying-party.js';

/**
 * Keeps the key an authenticator made. With the first factor of an account come its recovery codes, shown this
 * once. Errors: auth/proof-required, passkey/refused.
 */
@Injectable()
export class AddPasskey {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly passkeys: PasskeyRepository,
    private readonly freshProof: FreshProof,
    private readonly relyingParty: RelyingParty,
    private readonly changes: FactorChanges,
  ) {}

  async execute(
    actor: Actor,
    name: string,
    answer: PasskeyAnswer,
  ): Promise<{ id: string; recoveryCodes: readonly string[] }> {
    await this.freshProof.require(this.database, actor);
    const credential = await this.judge(actor.personId, answer);
    const id = newId();
    return this.unitOfWork.run(actor, async (tx) => {
      const passkey = { id, personId: actor.personId, name: name.trim(), ...credential };
      const recoveryCodes = await this.changes.beforeAdding(tx, actor.personId);
      if (!(await this.passkeys.insert(tx, passkey))) throw new PasskeyRefused();
      tx.audit({ action: 'passkey.add', entityType: 'passkey', entityId: id });
      await this.changes.tell(tx, actor.personId, 'passkey_added');
      return { id, recoveryCodes };
    });
  }

  private async judge(personId: string, { challengeId, response }: PasskeyAnswer): Promise<NewCredential> {
    const asked = isId(challengeId)
      ? await this.passkeys.takeChallenge(this.database, challengeId, 'register')
      : undefined;
    if (asked?.personId !== personId) throw new PasskeyRefused();
    const credential = await this.relyingParty.verifyRegistration(response, asked.challenge);
    if (!credential) throw new PasskeyRefused();
    return credential;
  }
}
