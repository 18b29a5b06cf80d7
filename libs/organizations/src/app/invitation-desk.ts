import { Injectable } from '@nestjs/common';
import { nextState, NotFound } from '#libs/kernel';
import { Principals } from '#libs/platform/auth';
import { newId, type Transaction } from '#libs/platform/database';
import { Timers } from '#libs/platform/queue';
import { InvitationRepository } from '../data/invitation.repository.js';
import { MembershipRepository } from '../data/membership.repository.js';
import { OrganizationRepository } from '../data/organization.repository.js';
import { type Invitation, invitationTransitions, type InvitationVerb } from '../domain/invitation.js';
import { InvitationExpired } from '../domain/member.errors.js';
import { AlreadyAMember } from '../domain/organization.errors.js';
import { EXPIRE_INVITATION, expiryKey } from './invitation-expiry.js';

/** What every verb on an invitation has in common: lock, send, settle, seat. */
@Injectable()
export class InvitationDesk {
  constructor(
    private readonly invitations: InvitationRepository,
    private readonly organizations: OrganizationRepository,
    private readonly memberships: MembershipRepository,
    private readonly principals: Principals,
  ) {}

  /** Locks its organization, then reads it. Errors: request/not-found. */
  async lock(tx: Transaction, id: string): Promise<Invitation> {
    const seen = await this.invitations.byId(tx, id);
    if (!seen) throw new NotFound();
    await this.organizations.lock(tx, seen.organizationId);
    const invitation = await this.invitations.byId(tx, id);
    if (!invitation) throw new NotFound();
    return invitation;
  }

  /** It goes out with this version, and ends when its term is over. */
  async send(tx: Transaction, invitation: Invitation, action: 'send' | 'resend'): Promise<void> {
    const { id, organizationId, version, expiresAt } = invitation;
    const source = { aggregateType: 'invitation', aggregateId: id, seq: version, organizationId };
    tx.audit({
      action: `invitation.${action}`,
      entityType: 'invitation',
      entityId: id,
      organizationId,
      toState: 'open',
    });
    tx.emit('invitation.sent', source, {});
    const payload = { invitationId: id };
    await Timers.set(tx, EXPIRE_INVITATION, { key: expiryKey(id), dueAt: expiresAt, payload });
  }

  /** Errors: invitation/wrong-state. */
  async settle(
    tx: Transaction,
    invitation: Invitation,
    verb: InvitationVerb,
    acceptedBy: string | null = null,
  ): Promise<void> {
    const state = nextState(invitationTransitions, invitation.state, verb);
    if (state === 'open') return;
    await this.invitations.settle(tx, invitation, state, acceptedBy);
    tx.audit({
      action: `invitation.${verb}`,
      entityType: 'invitation',
      entityId: invitation.id,
      organizationId: invitation.organizationId,
      fromState: invitation.state,
      toState: state,
    });
    if (verb !== 'expire') await Timers.drop(tx, expiryKey(invitation.id));
  }

  /** Gives the invited person the seat. Errors: invitation/expired, invitation/wrong-state, organization/already-a-member. */
  async seat(tx: Transaction, invitation: Invitation, personId: string): Promise<void> {
    if (invitation.isOver) throw new InvitationExpired();
    await this.settle(tx, invitation, 'accept', personId);
    const { organizationId, role, signatory } = invitation;
    const seat = { id: newId(), organizationId, personId, role, signatory };
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
  }
}
