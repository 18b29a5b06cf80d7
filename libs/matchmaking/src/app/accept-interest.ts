import { Injectable } from '@nestjs/common';
import { type Actor, actingOrganization, assertVersion, nextState } from '#libs/kernel';
import { type ConversationMember, OpenConversation } from '#libs/messaging';
import { type Transaction, UnitOfWork } from '#libs/platform/database';
import { InterestRepository } from '../data/interest.repository.js';
import { MatchRepository } from '../data/match.repository.js';
import { type Interest, interestTransitions } from '../domain/interest.js';
import { InterestAccess } from './interest-access.js';
import { stopClock } from './interest-clock.js';
import { SpokesPersons } from './spokes-persons.js';

/**
 * Accepts an interest and opens the conversation of the two persons, with the text of the interest at its head.
 *
 * @throws NotFound, WrongState 409, StaleVersion 412
 */
@Injectable()
export class AcceptInterest {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: InterestAccess,
    private readonly interests: InterestRepository,
    private readonly matches: MatchRepository,
    private readonly spokesPersons: SpokesPersons,
    private readonly openConversation: OpenConversation,
  ) {}

  async execute(actor: Actor, id: string, version?: number): Promise<Interest> {
    // Read before the transaction: one that holds the match must not wait for a second connection of the pool.
    const sender = await this.spokesPersons.of(await this.access.load(actor, 'read', id));
    return this.unitOfWork.run(actor, async (tx) => {
      const interest = await this.access.lock(tx, 'accept', id);
      const state = nextState(interestTransitions, interest.state, 'accept');
      assertVersion(interest.version, version);

      const conversationId = await this.connect(tx, interest, sender);
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

  private async connect(tx: Transaction, interest: Interest, sender: ConversationMember): Promise<string> {
    const { matchId, fromOrganizationId, message, language } = interest;
    return this.openConversation.execute(tx, {
      about: { type: 'match', id: matchId },
      participants: [
        sender,
        { personId: tx.actor.personId, organizationId: actingOrganization(tx.actor).id },
      ],
      facts: [{ code: 'interest.message', text: message, language, organizationId: fromOrganizationId }],
    });
  }
}
