import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform/database';
import { ConsultingRequestRepository } from '../data/consulting-request.repository.js';
import { ExpertInvitationRepository } from '../data/expert-invitation.repository.js';
import { areQuotesClosed } from '../domain/consulting-request.js';
import { ExpertRounds, sourceOf } from './expert-rounds.js';
import { OpenQuotes } from './open-quotes.js';

/** What time does to the invitations of experts. The row says what is due, not the timer. */
@Injectable()
export class WatchExperts {
  constructor(
    private readonly requests: ConsultingRequestRepository,
    private readonly invitations: ExpertInvitationRepository,
    private readonly experts: ExpertRounds,
    private readonly openQuotes: OpenQuotes,
  ) {}

  /** Ends the wait; whoever had invited is told, and where nobody else is left the secretariat has the request. */
  async expire(tx: Transaction, invitationId: string): Promise<void> {
    const found = await this.invitations.find(tx, invitationId);
    // The request first, always: so do the verbs, and nobody waits in a circle.
    const request = found && (await this.requests.lock(tx, found.requestId, null));
    const invitation = await this.invitations.lock(tx, invitationId);
    if (!request || invitation?.state !== 'invited') return;
    if (invitation.dueAt > (await this.requests.now(tx))) return;
    await this.experts.move(tx, request, invitation, 'expire');
    await this.openQuotes.giveBackIfNobodyIsLeft(tx, request);
  }

  async remind(tx: Transaction, invitationId: string): Promise<void> {
    const invitation = await this.invitations.lock(tx, invitationId);
    if (invitation?.state !== 'invited' || invitation.remindedAt) return;
    const request = await this.requests.find(tx, invitation.requestId);
    // Who can be of no use any more is not asked for an answer.
    if (!request || areQuotesClosed(request, await this.requests.now(tx))) return;
    await this.invitations.remind(tx, invitationId);
    const reminded = await this.invitations.get(tx, invitationId);
    tx.emit('expert-invitation.reminded', sourceOf(request, reminded), {
      requestId: request.id,
      toOrganizationId: reminded.organizationId,
    });
  }
}
