import { Injectable } from '@nestjs/common';
import { type Actor, actingOrganization, assertVersion, NotFound } from '#libs/kernel';
import { OrganizationsReader, SetOrganizationState } from '#libs/organizations';
import { UnitOfWork } from '#libs/platform/database';
import { ParticipationRepository } from '../data/participation.repository.js';
import type { Participation } from '../domain/participation.js';
import { KeepParticipation } from './keep-participation.js';

/**
 * The organization says that it still takes part. One that was hidden for want of this word is active again with the
 * same commit; one that was suspended for another reason stays so.
 *
 * @throws NotFound where nothing has to be confirmed: the secretariat, applicants; StaleVersion 412
 */
@Injectable()
export class ConfirmParticipation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly participations: ParticipationRepository,
    private readonly keep: KeepParticipation,
    private readonly organizations: OrganizationsReader,
    private readonly setState: SetOrganizationState,
  ) {}

  async execute(actor: Actor, version?: number): Promise<Participation> {
    const { id } = actingOrganization(actor);
    const state = (await this.organizations.cards([id])).get(id)?.state;
    return this.unitOfWork.run(actor, async (tx) => {
      const before = await this.participations.lock(tx, id);
      if (!before) throw new NotFound();
      assertVersion(before.version, version);
      if (before.lapsedAt && state === 'suspended') await this.setState.execute(tx, id, 'activate');
      const confirmed = await this.keep.confirm(tx, id, actor.personId);
      tx.audit({ action: 'participation.confirm', entityType: 'participation', entityId: id });
      const source = { aggregateType: 'participation', aggregateId: id, seq: confirmed.version };
      tx.emit('participation.confirmed', source, {});
      return confirmed;
    });
  }
}
