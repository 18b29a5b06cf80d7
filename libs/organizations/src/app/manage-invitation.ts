import { Injectable } from '@nestjs/common';
import { type Actor, NotFound, StaleVersion } from '#libs/kernel';
import { type Transaction, UnitOfWork } from '#libs/platform/database';
import { InvitationRepository } from '../data/invitation.repository.js';
import { INVITATION_DAYS, type Invitation } from '../domain/invitation.js';
import { InvitationDesk } from './invitation-desk.js';
import { InvitationLinks } from './invitation-links.js';
import { SeatKeeper } from './seat-keeper.js';

interface InvitationRef {
  readonly organizationId: string;
  readonly invitationId: string;
}

/** Whoever may invite sends an open invitation again, with a new link and a new term, or takes it back. */
@Injectable()
export class ManageInvitation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keeper: SeatKeeper,
    private readonly desk: InvitationDesk,
    private readonly links: InvitationLinks,
    private readonly invitations: InvitationRepository,
  ) {}

  /** The link of the mail before is void. Errors: request/not-found, request/stale-version. */
  async resend(actor: Actor, ref: InvitationRef, version?: number): Promise<Invitation> {
    return this.unitOfWork.run(actor, async (tx) => {
      const { id, version: current } = await this.open(tx, actor, ref, version);
      const tokenHash = this.links.hashFor(id, current + 1);
      const invitation = await this.invitations.renew(tx, id, tokenHash, INVITATION_DAYS);
      if (!invitation) throw new NotFound();
      await this.desk.send(tx, invitation, 'resend');
      return invitation;
    });
  }

  /** Errors: request/not-found, request/stale-version. */
  async revoke(actor: Actor, ref: InvitationRef, version: number): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      await this.desk.settle(tx, await this.open(tx, actor, ref, version), 'revoke');
    });
  }

  /** Settled ones are not there any more for who manages. */
  private async open(
    tx: Transaction,
    actor: Actor,
    ref: InvitationRef,
    version?: number,
  ): Promise<Invitation> {
    await this.keeper.lock(tx, actor, 'invite', ref.organizationId);
    const invitation = await this.invitations.byId(tx, ref.invitationId);
    if (invitation?.organizationId !== ref.organizationId || invitation.state !== 'open')
      throw new NotFound();
    if (version !== undefined && version !== invitation.version) throw new StaleVersion(invitation.version);
    return invitation;
  }
}
