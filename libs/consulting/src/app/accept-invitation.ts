import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { ConsultingRequestRepository } from '../data/consulting-request.repository.js';
import { areQuotesClosed } from '../domain/consulting-request.js';
import { DeclarationsMissing, InvitationOver } from '../domain/expert-invitation.errors.js';
import type { ExpertInvitation } from '../domain/expert-invitation.js';
import { ExpertRounds } from './expert-rounds.js';
import { InvitationAccess } from './invitation-access.js';
import { RequestMoves } from './request-moves.js';

/** What an expert declares before a request is taken. */
export interface Declarations {
  readonly noConflict: boolean;
  readonly confidentiality: boolean;
}

/**
 * An expert takes a request, with both declarations, and may write a quote from now on.
 *
 * @throws NotFound, DeclarationsMissing 422, InvitationOver 409, WrongState 409, StaleVersion 412
 */
@Injectable()
export class AcceptInvitation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: InvitationAccess,
    private readonly requests: ConsultingRequestRepository,
    private readonly experts: ExpertRounds,
    private readonly moves: RequestMoves,
  ) {}

  async execute(
    actor: Actor,
    id: string,
    { noConflict, confidentiality }: Declarations,
    version?: number,
  ): Promise<ExpertInvitation> {
    const missing = [
      ...(noConflict ? [] : ['/noConflict']),
      ...(confidentiality ? [] : ['/confidentiality']),
    ];
    return this.unitOfWork.run(actor, async (tx) => {
      const { request, invitation } = await this.access.lock(tx, id, version);
      if (missing.length > 0) throw new DeclarationsMissing(missing);
      const now = await this.requests.now(tx);
      const isOver = areQuotesClosed(request, now) || invitation.dueAt <= now;
      if (invitation.state === 'invited' && isOver) throw new InvitationOver();
      const accepted = await this.experts.move(tx, request, invitation, 'accept', { isDeclared: true });
      if (request.state === 'matching') await this.moves.make(tx, request, 'start-quoting');
      return accepted;
    });
  }
}
