import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { newId, UnitOfWork } from '#libs/platform/database';
import { PasskeyRepository } from '../data/passkey.repository.js';
import { PasskeyRefused, TooManyPasskeys } from '../domain/identity.errors.js';
import { MAX_PASSKEYS } from '../domain/passkey.js';
import { FreshProof } from './fresh-proof.js';
import { FactorChanges } from './factor-changes.js';
import type { PasskeyAnswer } from './passkey-assertions.js';
import { PasskeyChallenges } from './passkey-challenges.js';
import { type NewCredential, RelyingParty } from './relying-party.js';

/**
 * Keeps the key an authenticator made. With the first factor of an account come its recovery codes, shown this
 * once. Errors: auth/proof-required, passkey/refused, passkey/too-many.
 */
@Injectable()
export class AddPasskey {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly passkeys: PasskeyRepository,
    private readonly freshProof: FreshProof,
    private readonly relyingParty: RelyingParty,
    private readonly challenges: PasskeyChallenges,
    private readonly changes: FactorChanges,
  ) {}

  async execute(
    actor: Actor,
    name: string,
    answer: PasskeyAnswer,
  ): Promise<{ id: string; recoveryCodes: readonly string[] }> {
    const credential = await this.judge(actor.personId, answer);
    const id = newId();
    return this.unitOfWork.run(actor, async (tx) => {
      const passkey = { id, personId: actor.personId, name: name.trim(), ...credential };
      await this.freshProof.require(tx, actor);
      const recoveryCodes = await this.changes.beforeAdding(tx, actor.personId);
      const { passkeys: count } = await this.changes.held(tx, actor.personId);
      if (count >= MAX_PASSKEYS) throw new TooManyPasskeys();
      if (!(await this.passkeys.insert(tx, passkey))) throw new PasskeyRefused();
      tx.audit({ action: 'passkey.add', entityType: 'passkey', entityId: id });
      await this.changes.tell(tx, actor.personId, 'passkey_added');
      return { id, recoveryCodes };
    });
  }

  private async judge(personId: string, { challengeId, response }: PasskeyAnswer): Promise<NewCredential> {
    const challenge = await this.challenges.take('register', { personId }, challengeId);
    if (challenge === undefined) throw new PasskeyRefused();
    const credential = await this.relyingParty.verifyRegistration(response, challenge);
    if (!credential) throw new PasskeyRefused();
    await this.challenges.settle({ personId });
    return credential;
  }
}
