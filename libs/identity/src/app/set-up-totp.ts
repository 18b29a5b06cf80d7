import { Injectable } from '@nestjs/common';
import { type Actor, NotFound } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { SecondFactorRepository } from '../data/second-factor.repository.js';
import { TotpExists } from '../domain/identity.errors.js';
import { FreshProof } from './fresh-proof.js';
import { PersonsReader } from './persons.reader.js';
import { TotpSecrets } from './totp-secrets.js';

/**
 * Hands out the secret for an authenticator app; it counts once a first code was confirmed. Errors:
 * auth/proof-required, second-factor/totp-exists.
 */
@Injectable()
export class SetUpTotp {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly factors: SecondFactorRepository,
    private readonly persons: PersonsReader,
    private readonly freshProof: FreshProof,
    private readonly secrets: TotpSecrets,
  ) {}

  async execute(actor: Actor): Promise<{ secret: string; uri: string }> {
    const person = await this.persons.account(actor.personId);
    if (!person) throw new NotFound();
    const secret = this.secrets.create();
    await this.unitOfWork.run(actor, async (tx) => {
      await this.freshProof.require(tx, actor);
      const sealed = this.secrets.seal(actor.personId, secret);
      if (!(await this.factors.offerTotp(tx, actor.personId, sealed))) throw new TotpExists();
      tx.audit({ action: 'totp.set-up', entityType: 'person', entityId: actor.personId });
    });
    return { secret, uri: this.secrets.uri(secret, person.email) };
  }
}
