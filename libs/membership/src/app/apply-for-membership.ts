import { Injectable } from '@nestjs/common';
import { type Actor, actingOrganization } from '#libs/kernel';
import { OrganizationsReader } from '#libs/organizations';
import { newId, UnitOfWork } from '#libs/platform/database';
import { MembershipRepository } from '../data/membership.repository.js';
import { AlreadyAMemberOfTpo, AlreadyUnderWay, NotEligible } from '../domain/membership.errors.js';
import { categoryOf, type Membership } from '../domain/membership.js';

export interface ApplyForMembershipInput {
  readonly statement: string;
  /** BCP 47, of the statement. */
  readonly language: string;
}

/**
 * An active participant asks for full membership of the TPO. The category follows from its kind.
 *
 * @throws NotEligible 409, AlreadyAMemberOfTpo 409, AlreadyUnderWay 409
 */
@Injectable()
export class ApplyForMembership {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organizations: OrganizationsReader,
    private readonly memberships: MembershipRepository,
  ) {}

  async execute(actor: Actor, { statement, language }: ApplyForMembershipInput): Promise<Membership> {
    const { id: organizationId, kind } = actingOrganization(actor);
    const organization = (await this.organizations.cards([organizationId])).get(organizationId);
    const category = categoryOf(kind);
    if (!category || organization?.state !== 'active') throw new NotEligible();
    const id = newId();

    return this.unitOfWork.run(actor, async (tx) => {
      if (await this.memberships.underWay(tx, organizationId)) throw new AlreadyUnderWay();
      if (organization.tpoMembership === category) throw new AlreadyAMemberOfTpo();
      const request = { id, organizationId, category, statement, language, createdBy: actor.personId };
      if (!(await this.memberships.insert(tx, request))) throw new AlreadyUnderWay();
      await this.memberships.addStep(
        tx,
        { id, organizationId, state: 'requested' },
        { verb: 'apply', fromState: null },
      );
      tx.audit({
        action: 'membership.apply',
        entityType: 'tpo_membership',
        entityId: id,
        toState: 'requested',
      });
      tx.emit('membership.requested', { aggregateType: 'membership', aggregateId: id, seq: 1 }, {});
      return this.memberships.get(tx, id);
    });
  }
}
