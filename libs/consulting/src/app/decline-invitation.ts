import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import type { StepWords } from '../domain/consulting-step.js';
import type { DeclineReason, ExpertInvitation } from '../domain/expert-invitation.js';
import { ExpertRounds } from './expert-rounds.js';
import { InvitationAccess } from './invitation-access.js';
import { OpenQuotes } from './open-quotes.js';
import { QuoteRounds } from './quote-rounds.js';

/**
 * An expert does not take a request, so that somebody else can be asked; also after it was accepted: a quote that was
 * handed in is then withdrawn.
 *
 * @throws NotFound, WrongState 409, StaleVersion 412
 */
@Injectable()
export class DeclineInvitation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: InvitationAccess,
    private readonly experts: ExpertRounds,
    private readonly quotes: QuoteRounds,
    private readonly openQuotes: OpenQuotes,
  ) {}

  async execute(
    actor: Actor,
    id: string,
    answer: { reason: DeclineReason; said: StepWords | null },
    version?: number,
  ): Promise<ExpertInvitation> {
    return this.unitOfWork.run(actor, async (tx) => {
      const { request, invitation } = await this.access.lock(tx, id, version);
      const declined = await this.experts.move(tx, request, invitation, 'decline', answer);
      const live = await this.quotes.live(tx, request.id);
      const own = live.find(({ organizationId }) => organizationId === invitation.organizationId);
      if (own) await this.quotes.withdraw(tx, request, own);
      await this.openQuotes.giveBackIfNobodyIsLeft(tx, request);
      return declined;
    });
  }
}
