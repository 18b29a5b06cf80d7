import { Injectable } from '@nestjs/common';
import { type Actor, actingOrganization, assertVersion, WrongState } from '#libs/kernel';
import { type Transaction, UnitOfWork } from '#libs/platform/database';
import { ConsultingRequestRepository } from '../data/consulting-request.repository.js';
import { CloseOutOfRange, CommitteeNamesNobody } from '../domain/consulting-request.errors.js';
import type { ConsultingRequest } from '../domain/consulting-request.js';
import { canInvite } from '../domain/consulting-request.policy.js';
import { MOST_INVITED, MOST_NAMED, MOST_QUOTING_DAYS } from '../domain/request-states.js';
import { ConsultingRequestAccess } from './consulting-request-access.js';
import { ExpertRounds } from './expert-rounds.js';
import { OpenQuotes } from './open-quotes.js';
import { later } from './request-clocks.js';
import { RequestMoves } from './request-moves.js';

/** Who shall be asked, and until when quotes are taken. */
export interface ExpertRound {
  readonly organizationIds: readonly string[];
  /** Null: two weeks from the first invitations on. */
  readonly quotesCloseAt: Date | null;
}

/**
 * Asks experts to take a request: the secretariat up to five, a requester up to three by name. Further ones can be
 * asked in the place of those who have declined, until the quotes are opened.
 *
 * @throws NotFound, WrongState 409, TooManyExperts 422, ExpertNotInvitable 422, CloseOutOfRange 422, StaleVersion 412
 */
@Injectable()
export class InviteExperts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: ConsultingRequestAccess,
    private readonly requests: ConsultingRequestRepository,
    private readonly moves: RequestMoves,
    private readonly experts: ExpertRounds,
    private readonly openQuotes: OpenQuotes,
  ) {}

  async execute(actor: Actor, id: string, round: ExpertRound, version?: number): Promise<ConsultingRequest> {
    const isDesk = actingOrganization(actor).kind === 'secretariat';
    return this.unitOfWork.run(actor, async (tx) => {
      const request = await this.access.lock(tx, isDesk ? 'triage' : 'name', id);
      if (!isDesk && request.kind === 'committee') throw new CommitteeNamesNobody();
      if (!canInvite(request)) throw new WrongState('consulting-request', 'invite', request.state);
      assertVersion(request.version, version);
      const quotesCloseAt = await this.closeOf(tx, request, round.quotesCloseAt);
      const limit = { most: isDesk ? MOST_INVITED : MOST_NAMED, pointer: '/organizationIds' };
      await this.experts.invite(tx, request, round.organizationIds, limit);
      if (request.state === 'submitted' || request.state === 'triage') {
        const takenBy = isDesk ? { triagePersonId: actor.personId } : {};
        return this.moves.make(tx, request, 'start-matching', { quotesCloseAt, ...takenBy });
      }
      return this.moves.mark(tx, request, { quotesCloseAt, dueAt: quotesCloseAt });
    });
  }

  /** Ends the sealed time early, whatever has come in; nobody knows before whether anything has. */
  async closeQuotes(actor: Actor, id: string, version?: number): Promise<ConsultingRequest> {
    const isDesk = actingOrganization(actor).kind === 'secretariat';
    return this.unitOfWork.run(actor, async (tx) => {
      const request = await this.access.lock(tx, isDesk ? 'triage' : 'select', id);
      const isSealed = request.state === 'quoting' && request.quotesOpenedAt === null;
      if (!isSealed) throw new WrongState('consulting-request', 'close-quotes', request.state);
      assertVersion(request.version, version);
      const closed = await this.moves.mark(tx, request, { quotesCloseAt: await this.requests.now(tx) });
      await this.openQuotes.open(tx, closed);
      return this.requests.get(tx, id);
    });
  }

  private async closeOf(
    tx: Transaction,
    request: ConsultingRequest,
    asked: Date | null,
  ): Promise<Date | null> {
    if (asked === null) return request.quotesCloseAt;
    const now = await this.requests.now(tx);
    if (asked <= now || asked > later(now, MOST_QUOTING_DAYS)) throw new CloseOutOfRange();
    return asked;
  }
}
