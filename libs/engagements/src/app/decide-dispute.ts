import { Injectable } from '@nestjs/common';
import { WorkingDays } from '#libs/calendars';
import type { Transaction } from '#libs/platform/database';
import { DisputeRepository } from '../data/dispute.repository.js';
import { EngagementRepository } from '../data/engagement.repository.js';
import type { Decision } from '../domain/dispute.js';
import { DECISION_WORKING_DAYS, type Engagement, SIDES } from '../domain/engagement.js';
import { RESUME } from '../domain/engagement-states.js';
import { EngagementMoves } from './engagement-moves.js';
import { tellOf } from './tell-parties.js';

/** Where the chair works. */
const CHAIR = { country: 'KR', zone: 'Asia/Seoul' };

/** What a decision does to the engagement. */
@Injectable()
export class DecideDispute {
  constructor(
    private readonly engagements: EngagementRepository,
    private readonly disputes: DisputeRepository,
    private readonly moves: EngagementMoves,
    private readonly workingDays: WorkingDays,
  ) {}

  async dueAt(tx: Transaction): Promise<{ at: Date; isKnown: boolean }> {
    return this.workingDays.after(tx, CHAIR, await this.engagements.now(tx), DECISION_WORKING_DAYS);
  }

  async execute(tx: Transaction, engagement: Engagement, decision: Decision): Promise<void> {
    // First, so that what is waited for again knows how long it was frozen.
    await this.disputes.decide(tx, engagement.id, decision);
    const decided = await this.move(tx, engagement, decision);
    for (const side of SIDES) tellOf(tx, 'dispute.decided', decided, decided[side].organizationId);
  }

  private async move(
    tx: Transaction,
    engagement: Engagement,
    { outcome, words, language }: Decision,
  ): Promise<Engagement> {
    const { frozenState } = engagement;
    const resume = RESUME[frozenState ?? 'in_progress'];
    if (outcome === 'resume') return this.moves.make(tx, engagement, resume, { frozenState: null });
    const now = await this.engagements.now(tx);
    return this.moves.make(tx, engagement, outcome, {
      frozenState: null,
      endedAt: now,
      endReason: words,
      endLanguage: language,
      ...(outcome === 'settle' && { ratingsOpenedAt: now }),
    });
  }
}
