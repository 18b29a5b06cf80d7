import { Injectable } from '@nestjs/common';
import { ConsultingMoves } from '#libs/consulting';
import { nextState } from '#libs/kernel';
import type { Transaction } from '#libs/platform/database';
import { type EngagementMarks, EngagementRepository } from '../data/engagement.repository.js';
import type { Engagement } from '../domain/engagement.js';
import { engagementTransitions, type EngagementVerb, isWorking } from '../domain/engagement-states.js';
import { CloseSessions } from './close-sessions.js';
import { EngagementTimers } from './engagement-timers.js';

/** The one way an engagement changes its state: by the table, with its trail, its timers and its request in step. */
@Injectable()
export class EngagementMoves {
  constructor(
    private readonly engagements: EngagementRepository,
    private readonly timers: EngagementTimers,
    private readonly sessions: CloseSessions,
    private readonly requests: ConsultingMoves,
  ) {}

  /** @throws WrongState 409 */
  async make(
    tx: Transaction,
    engagement: Engagement,
    verb: EngagementVerb,
    marks: EngagementMarks & { decisionDueAt?: Date } = {},
  ): Promise<Engagement> {
    const { decisionDueAt, ...said } = marks;
    const toState = nextState(engagementTransitions, engagement.state, verb);
    await this.engagements.move(tx, engagement, toState, said);
    this.audit(tx, engagement, verb, toState);
    const moved = await this.get(tx, engagement.id);
    await this.timers.follow(tx, moved, decisionDueAt);
    if (!isWorking(toState) && toState !== 'disputed') await this.sessions.execute(tx, moved);
    if (toState === 'closed') await this.requests.close(tx, engagement.requestId);
    if (toState === 'cancelled') await this.requests.giveUp(tx, engagement.requestId, verb);
    return moved;
  }

  /** Something that is part of it has changed. */
  async touch(tx: Transaction, engagement: Engagement, verb: string): Promise<Engagement> {
    await this.engagements.move(tx, engagement, engagement.state, {});
    this.audit(tx, engagement, verb, engagement.state);
    return this.get(tx, engagement.id);
  }

  private audit(tx: Transaction, { id, state, requester }: Engagement, verb: string, toState: string): void {
    tx.audit({
      action: `engagement.${verb}`,
      entityType: 'engagement',
      entityId: id,
      // What the clock does stands in the trail of who asked for the work.
      organizationId: tx.actor.organization?.id ?? requester.organizationId,
      fromState: state,
      toState,
    });
  }

  private async get(tx: Transaction, id: string): Promise<Engagement> {
    const engagement = await this.engagements.find(tx, id);
    if (!engagement) throw new Error('An engagement vanished inside its transaction.');
    return engagement;
  }
}
