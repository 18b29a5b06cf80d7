import { Injectable } from '@nestjs/common';
import { type Actor, actingOrganization } from '#libs/kernel';
import { Database, UnitOfWork } from '#libs/platform/database';
import { type Consent, ConsentRepository } from '../data/consent.repository.js';

export type { Consent };

/** Says for the acting organization whether others may take it out of the network in their lists. */
@Injectable()
export class SetConsent {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly consents: ConsentRepository,
  ) {}

  async read(actor: Actor): Promise<Consent> {
    return this.consents.of(this.database, actingOrganization(actor).id);
  }

  /** @throws StaleVersion 412 */
  async execute(actor: Actor, version: number, agrees: boolean): Promise<Consent> {
    const { id } = actingOrganization(actor);
    return this.unitOfWork.run(actor, async (tx) => {
      const consent = await this.consents.save(tx, id, version, agrees);
      tx.audit({
        action: agrees ? 'directory-consent.give' : 'directory-consent.withdraw',
        entityType: 'organization',
        entityId: id,
      });
      return consent;
    });
  }
}
