import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform/database';
import { InvitationRepository } from '../data/invitation.repository.js';
import { InvitationDesk } from './invitation-desk.js';

/** The term of an invitation is over: its address is forgotten. Does nothing for one that is settled or renewed. */
@Injectable()
export class ExpireInvitation {
  constructor(
    private readonly desk: InvitationDesk,
    private readonly invitations: InvitationRepository,
  ) {}

  async execute(tx: Transaction, id: string): Promise<void> {
    if (!(await this.invitations.byId(tx, id))) return;
    const invitation = await this.desk.lock(tx, id);
    if (invitation.state === 'open' && invitation.isOver) await this.desk.settle(tx, invitation, 'expire');
  }
}
