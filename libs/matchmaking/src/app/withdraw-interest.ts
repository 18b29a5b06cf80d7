import { Injectable } from '@nestjs/common';
import { type Actor, assertVersion, nextState } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { InterestRepository } from '../data/interest.repository.js';
import { MatchRepository } from '../data/match.repository.js';
import { type Interest, interestTransitions } from '../domain/interest.js';
import { InterestAccess } from './interest-access.js';
import { stopClock } from './interest-clock.js';

/**
 * Takes back an interest nobody has answered yet; the match is as before, and the receiver is told that nothing waits.
 *
 * @throws NotFound, WrongState 409, StaleVersion 412
 */
@Injectable()
export class WithdrawInterest {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: InterestAccess,
    private readonly interests: InterestRepository,
    private readonly matches: MatchRepository,
  ) {}

  async execute(actor: Actor, id: string, version?: number): Promise<Interest> {
    return this.unitOfWork.run(actor, async (tx) => {
      const interest = await this.access.lock(tx, 'withdraw', id);
      const state = nextState(interestTransitions, interest.state, 'withdraw');
      assertVersion(interest.version, version);

      await this.interests.answer(tx, interest, { verb: 'withdraw', state });
      await this.matches.touch(tx, interest.matchId);
      await stopClock(tx, id);
      const withdrawn = await this.interests.get(tx, id);

      tx.audit({
        action: 'interest.withdraw',
        entityType: 'interest',
        entityId: id,
        fromState: interest.state,
        toState: state,
      });
      const { matchId, toOrganizationId } = interest;
      const source = { aggregateType: 'interest', aggregateId: id, seq: withdrawn.version };
      tx.emit('interest.withdrawn', source, { matchId, toOrganizationId });
      return withdrawn;
    });
  }
}
