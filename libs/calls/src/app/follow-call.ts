import { Injectable } from '@nestjs/common';
import { type Actor, actingOrganization } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { CallFollowerRepository } from '../data/call-follower.repository.js';
import { ConcernedByCall } from '../domain/call.errors.js';
import { CallAccess } from './call-access.js';

/**
 * Lets the acting organization be told of a call, or no more. Doing either twice changes nothing.
 *
 * @throws NotFound
 */
@Injectable()
export class FollowCall {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: CallAccess,
    private readonly followers: CallFollowerRepository,
  ) {}

  async follow(actor: Actor, id: string): Promise<void> {
    const { id: organizationId } = actingOrganization(actor);
    await this.access.load(actor, 'follow', id);
    await this.unitOfWork.run(actor, async (tx) => {
      await this.followers.add(tx, id, organizationId, false);
      tx.audit({ action: 'call.follow', entityType: 'call', entityId: id });
    });
  }

  /** @throws ConcernedByCall 409 */
  async unfollow(actor: Actor, id: string): Promise<void> {
    const { id: organizationId } = actingOrganization(actor);
    await this.access.load(actor, 'follow', id);
    await this.unitOfWork.run(actor, async (tx) => {
      await this.followers.remove(tx, id, organizationId);
      if (await this.followers.standing(tx, id, organizationId)) throw new ConcernedByCall();
      tx.audit({ action: 'call.unfollow', entityType: 'call', entityId: id });
    });
  }
}
