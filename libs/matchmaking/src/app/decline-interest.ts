import { Injectable } from '@nestjs/common';
import type { DismissalReason } from '#libs/contracts';
import { type Actor, assertVersion, nextState } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { InterestRepository } from '../data/interest.repository.js';
import { MatchRepository } from '../data/match.repository.js';
import { type Interest, interestTransitions } from '../domain/interest.js';
import { InterestAccess } from './interest-access.js';
import { stopClock } from './interest-clock.js';

/**
 * Says no to an interest; the sender is told, with the reason if one was given.
 *
 * @throws NotFound, WrongState 409, StaleVersion 412
 */
@Injectable()
export class DeclineInterest {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: InterestAccess,
    private readonly interests: InterestRepository,
    private readonly matches: MatchRepository,
  ) {}

  async execute(
    actor: Actor,
    id: string,
    reason: DismissalReason | null = null,
    version?: number,
  ): Promise<Interest> {
    return this.unitOfWork.run(actor, async (tx) => {
      const interest = await this.access.lock(tx, 'decline', id);
      const state = nextState(interestTransitions, interest.state, 'decline');
      assertVersion(interest.version, version);

      await this.interests.answer(tx, interest, { verb: 'decline', state, reason });
      await this.matches.touch(tx, interest.matchId);
      await stopClock(tx, id);
      const declined = await this.interests.get(tx, id);

      tx.audit({
        action: 'interest.decline',
        entityType: 'interest',
        entityId: id,
        fromState: interest.state,
        toState: state,
      });
      const { matchId, fromPersonId, fromOrganizationId } = interest;
      const source = { aggregateType: 'interest', aggregateId: id, seq: declined.version };
      tx.emit('interest.declined', source, { matchId, fromPersonId, fromOrganizationId });
      return declined;
    });
  }
}
