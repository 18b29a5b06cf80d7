import { Injectable } from '@nestjs/common';
import { type Actor, assertVersion, nextState } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { ConsultingRequestRepository } from '../data/consulting-request.repository.js';
import { ConsultingRequestIncomplete } from '../domain/consulting-request.errors.js';
import { type ConsultingRequest, missingForSubmission } from '../domain/consulting-request.js';
import { consultingRequestTransitions, MOST_NAMED } from '../domain/request-states.js';
import { ConsultingRequestAccess } from './consulting-request-access.js';
import { ExpertRounds } from './expert-rounds.js';
import { RequestChecks } from './request-checks.js';
import { todayOf } from './request-clocks.js';
import { RequestMoves, sourceOf } from './request-moves.js';

/**
 * Hands a draft in: to the desk of the secretariat, or to the consultants it names. What members ask each other is
 * matched as well; matching starts from the event.
 *
 * @throws NotFound, WrongState 409, ConsultingRequestIncomplete 422, CommitteeIsForMemberCities 403, DayHasPassed 422,
 * NoSuchParty 422, ExpertNotInvitable 422, StaleVersion 412
 */
@Injectable()
export class SubmitConsultingRequest {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: ConsultingRequestAccess,
    private readonly requests: ConsultingRequestRepository,
    private readonly checks: RequestChecks,
    private readonly moves: RequestMoves,
    private readonly experts: ExpertRounds,
  ) {}

  async execute(actor: Actor, id: string, version?: number): Promise<ConsultingRequest> {
    return this.unitOfWork.run(actor, async (tx) => {
      const draft = await this.access.lock(tx, 'submit', id);
      nextState(consultingRequestTransitions, draft.state, 'submit');
      const missing = missingForSubmission(draft);
      if (missing.length > 0) throw new ConsultingRequestIncomplete(missing);
      await this.checks.pass(tx, actor, draft, todayOf(await this.requests.now(tx)));
      assertVersion(draft.version, version);

      const submitted = await this.moves.make(tx, draft, 'submit');
      if (draft.namedConsultants.length === 0) {
        tx.emit('consulting-request.arrived', sourceOf(submitted), {});
        return submitted;
      }
      const named = { most: MOST_NAMED, pointer: '/namedConsultants' };
      await this.experts.invite(tx, submitted, draft.namedConsultants, named);
      return this.moves.make(tx, submitted, 'start-matching');
    });
  }
}
