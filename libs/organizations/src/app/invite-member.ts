import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { newId, UnitOfWork } from '#libs/platform/database';
import { InvitationRepository } from '../data/invitation.repository.js';
import { INVITATION_DAYS, type Invitation } from '../domain/invitation.js';
import { AlreadyInvited, FirstMemberOwns } from '../domain/member.errors.js';
import { assertSeatIsPossible, topRole } from '../domain/member-roles.js';
import { AlreadyAMember } from '../domain/organization.errors.js';
import { InvitationDesk } from './invitation-desk.js';
import { InvitationLinks } from './invitation-links.js';
import { MembersReader } from './members.reader.js';
import { SeatKeeper } from './seat-keeper.js';

export interface InviteMemberInput {
  readonly email: string;
  /** A role of the organization's kind. */
  readonly role: string;
  readonly signatory?: boolean;
  /** BCP 47, of the mail. */
  readonly language?: string;
  /** Days until it expires. */
  readonly days?: number;
}

/**
 * Owners invite somebody by address, whether or not it has an account; the secretariat's administrators invite the
 * first owner. Errors: request/not-found, organization/unknown-role, member/signatory-of-cities-only,
 * member/first-is-owner, organization/already-a-member, invitation/already-sent.
 */
@Injectable()
export class InviteMember {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keeper: SeatKeeper,
    private readonly desk: InvitationDesk,
    private readonly links: InvitationLinks,
    private readonly invitations: InvitationRepository,
    private readonly members: MembersReader,
  ) {}

  async execute(actor: Actor, organizationId: string, input: InviteMemberInput): Promise<Invitation> {
    const { email, role, signatory = false, language = 'en', days = INVITATION_DAYS } = input;
    return this.unitOfWork.run(actor, async (tx) => {
      const organization = await this.keeper.lock(tx, actor, 'invite', organizationId);
      assertSeatIsPossible(organization.kind, { role, signatory });
      if (organization.memberCount === 0 && role !== topRole(organization.kind)) throw new FirstMemberOwns();
      if (await this.members.hasAddress(tx, organizationId, email)) throw new AlreadyAMember();
      const id = newId();
      const tokenHash = this.links.hashFor(id, 1);
      const invitedBy = actor.personId;
      const row = { id, organizationId, email, role, signatory, language, tokenHash, invitedBy, days };
      const invitation = await this.invitations.insert(tx, row);
      if (!invitation) throw new AlreadyInvited();
      await this.desk.send(tx, invitation, 'send');
      return invitation;
    });
  }
}
