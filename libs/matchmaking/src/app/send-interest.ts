import { Inject, Injectable, Optional } from '@nestjs/common';
import { type Actor, assertVersion } from '#libs/kernel';
import { newId, type Transaction, UnitOfWork } from '#libs/platform/database';
import { InterestRepository } from '../data/interest.repository.js';
import { MatchRepository } from '../data/match.repository.js';
import { type Interest, INTEREST_DAYS, interestTransitions } from '../domain/interest.js';
import { ContactQuotaUsed } from '../domain/interest.errors.js';
import { refusalToSend } from '../domain/match.policy.js';
import { ContactQuota } from './contact-quota.js';
import { startClock } from './interest-clock.js';
import { MatchAccess } from './match-access.js';
import { MatchSides } from './match-sides.js';

export interface SendInterestInput {
  /** 1–2,000 code points. */
  readonly message: string;
  /** BCP 47 of the message. */
  readonly language?: string | null;
}

/**
 * Tells the other organization of a match that the acting one would like to talk.
 *
 * @throws NotFound, InterestAlreadySent, AwaitingYourAnswer, InterestDeclinedBefore, MatchDismissed,
 * AlreadyConnected, MatchClosed 409, ContactQuotaUsed 429, StaleVersion 412
 */
@Injectable()
export class SendInterest {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: MatchAccess,
    private readonly matches: MatchRepository,
    private readonly interests: InterestRepository,
    private readonly sides: MatchSides,
    @Optional() @Inject(ContactQuota) private readonly quota: ContactQuota | undefined,
  ) {}

  async execute(
    actor: Actor,
    matchId: string,
    input: SendInterestInput,
    version?: number,
  ): Promise<Interest> {
    const id = newId();
    return this.unitOfWork.run(actor, async (tx) => {
      const match = await this.access.lock(tx, 'interest.send', matchId);
      const refusal = refusalToSend(match);
      if (refusal) throw refusal;
      assertVersion(match.version, version);
      await this.sides.assertOpen(tx, match);
      await this.assertWithinQuota(tx, match.subject.organizationId);

      const toOrganizationId = match.counterpart.organizationId;
      const sent = {
        id,
        matchId,
        fromOrganizationId: match.subject.organizationId,
        toOrganizationId,
        message: input.message,
        language: input.language ?? null,
      };
      await this.interests.insert(tx, sent, INTEREST_DAYS.waits);
      await this.matches.touch(tx, matchId, id);
      const interest = await this.interests.get(tx, id);
      await startClock(tx, interest);

      tx.audit({
        action: 'interest.send',
        entityType: 'interest',
        entityId: id,
        toState: interestTransitions.initial,
      });
      const source = { aggregateType: 'interest', aggregateId: id, seq: interest.version };
      tx.emit('interest.sent', source, { matchId, toOrganizationId });
      return interest;
    });
  }

  /** Newcomers may show interest only so often: counted while nobody else of them sends one. */
  private async assertWithinQuota(tx: Transaction, organizationId: string): Promise<void> {
    const limit = (await this.quota?.limitFor(tx, organizationId)) ?? null;
    if (limit === null) return;
    const sent = await this.interests.sentWithin(tx, organizationId, limit.days);
    if (sent.count >= limit.interests) throw new ContactQuotaUsed(limit.interests, sent.secondsUntilNext);
  }
}
