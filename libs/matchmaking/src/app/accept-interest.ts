import { Injectable } from '@nestjs/common';
import { type Actor, assertVersion, nextState } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { InterestRepository } from '../data/interest.repository.js';
import { MatchRepository } from '../data/match.repository.js';
import { type Interest, interestTransitions } from '../domain/interest.js';
import { InterestAccess } from './interest-access.js';
import { stopClock } from './interest-clock.js';
import { IntroduceSides } from './introduce-sides.js';
import { MatchSides } from './match-sides.js';

/**
 * Accepts an interest and opens the conversation of the two persons, with the text of the interest at its head.
 *
 * An interest that is refused because a side has ended waits on; it can be declined, taken back, or accepted once a
 * suspension is lifted, and the clock ends it.
 *
 * @throws NotFound, WrongState, MatchClosed 409, StaleVersion 412
 */
@Injectable()
export class AcceptInterest {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: InterestAccess,
    private readonly interests: InterestRepository,
    private readonly matches: MatchRepository,
    private readonly sides: MatchSides,
    private readonly introduceSides: IntroduceSides,
  ) {}

  async execute(actor: Actor, id: string, version?: number): Promise<Interest> {
    return this.unitOfWork.run(actor, async (tx) => {
      const interest = await this.access.lock(tx, 'accept', id);
      const state = nextState(interestTransitions, interest.state, 'accept');
      assertVersion(interest.version, version);
      const match = await this.matches.get(tx, interest.toOrganizationId, interest.matchId);
      await this.sides.assertNotOver(tx, match);

      const conversationId = await this.introduceSides.execute(tx, interest);
      await this.interests.answer(tx, interest, { verb: 'accept', state, conversationId });
      await this.matches.touch(tx, interest.matchId);
      await stopClock(tx, id);
      const accepted = await this.interests.get(tx, id);

      tx.audit({
        action: 'interest.accept',
        entityType: 'interest',
        entityId: id,
        fromState: interest.state,
        toState: state,
      });
      const { matchId, fromPersonId, fromOrganizationId } = interest;
      const source = { aggregateType: 'interest', aggregateId: id, seq: accepted.version };
      tx.emit('interest.accepted', source, { matchId, conversationId, fromPersonId, fromOrganizationId });
      return accepted;
    });
  }
}
