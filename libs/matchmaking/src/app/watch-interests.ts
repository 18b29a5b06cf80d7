import { Injectable } from '@nestjs/common';
import { nextState } from '#libs/kernel';
import type { Transaction } from '#libs/platform/database';
import { InterestRepository } from '../data/interest.repository.js';
import { MatchRepository } from '../data/match.repository.js';
import { interestTransitions } from '../domain/interest.js';

/** What time does to interests nobody answers. Both look at the row again: it may have been answered meanwhile. */
@Injectable()
export class WatchInterests {
  constructor(
    private readonly interests: InterestRepository,
    private readonly matches: MatchRepository,
  ) {}

  /** Recalls it to the receiver. */
  async remind(tx: Transaction, id: string): Promise<void> {
    const interest = await this.interests.lockAny(tx, id);
    if (interest?.state !== 'sent') return;
    const { matchId, fromOrganizationId, toOrganizationId, version } = interest;
    const source = { aggregateType: 'interest', aggregateId: id, seq: version };
    tx.audit({
      action: 'interest.remind',
      entityType: 'interest',
      entityId: id,
      organizationId: toOrganizationId,
      fromState: interest.state,
      toState: interest.state,
    });
    const whose = { ...source, organizationId: fromOrganizationId };
    tx.emit('interest.reminded', whose, { matchId, toOrganizationId });
  }

  /** Ends the waiting: the match is as before, and the sender is told. */
  async expire(tx: Transaction, id: string): Promise<void> {
    const interest = await this.interests.lockAny(tx, id);
    if (interest?.state !== 'sent') return;
    const state = nextState(interestTransitions, interest.state, 'expire');

    await this.interests.answer(tx, interest, { verb: 'expire', state });
    await this.matches.touch(tx, interest.matchId);
    const expired = await this.interests.get(tx, id);

    const { matchId, fromPersonId, fromOrganizationId, toOrganizationId } = interest;
    tx.audit({
      action: 'interest.expire',
      entityType: 'interest',
      entityId: id,
      organizationId: fromOrganizationId,
      fromState: interest.state,
      toState: state,
    });
    const source = { aggregateType: 'interest', aggregateId: id, seq: expired.version };
    const whose = { ...source, organizationId: toOrganizationId };
    tx.emit('interest.expired', whose, { matchId, fromPersonId, fromOrganizationId });
  }
}
