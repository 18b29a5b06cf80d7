import { Injectable } from '@nestjs/common';
import { type Actor, NotFound } from '#libs/kernel';
import { Principals } from '#libs/platform/auth';
import { newId, type Transaction, UnitOfWork } from '#libs/platform/database';
import { MembershipRepository } from '../data/membership.repository.js';
import { OrganizationRepository } from '../data/organization.repository.js';
import { assertSeatIsPossible } from '../domain/member-roles.js';
import { AlreadyAMember } from '../domain/organization.errors.js';

export interface AddMemberInput {
  readonly organizationId: string;
  readonly personId: string;
  /** A role of the organization's kind: owner, editor, officer, viewer, administrator. */
  readonly role: string;
  readonly signatory?: boolean;
}

/** Gives a person a seat; open sessions have it at once. Errors: organization/unknown-role, organization/already-a-member. */
@Injectable()
export class AddMember {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organizations: OrganizationRepository,
    private readonly memberships: MembershipRepository,
    private readonly principals: Principals,
  ) {}

  async execute(actor: Actor, input: AddMemberInput): Promise<{ membershipId: string }> {
    return this.unitOfWork.run(actor, (tx) => this.within(tx, input));
  }

  /** The same inside the unit of work of a higher feature. */
  async within(tx: Transaction, input: AddMemberInput): Promise<{ membershipId: string }> {
    const { organizationId, personId, role } = input;
    const [organization] = await this.organizations.cards(tx, [organizationId]);
    if (!organization) throw new NotFound();
    assertSeatIsPossible(organization.kind, input);
    const seat = { id: newId(), organizationId, personId, role, signatory: input.signatory ?? false };
    if (!(await this.memberships.insert(tx, seat))) throw new AlreadyAMember();
    tx.audit({
      action: 'membership.add',
      entityType: 'membership',
      entityId: seat.id,
      organizationId,
      toState: role,
    });
    const source = { aggregateType: 'membership', aggregateId: seat.id, seq: 1, organizationId };
    tx.emit('member.joined', source, { personId });
    await this.principals.announce(tx, { personId });
    return { membershipId: seat.id };
  }
}
