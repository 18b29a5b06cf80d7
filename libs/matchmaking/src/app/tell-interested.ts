import { Injectable } from '@nestjs/common';
import type { OpportunityEvents } from '#libs/contracts';
import { OpportunitiesReader } from '#libs/opportunities';
import type { Transaction } from '#libs/platform/database';
import { AnswerCountsRepository } from '../data/answer-counts.repository.js';

/** What those are told who are in touch about an opportunity. */
export type InterestNews = Extract<keyof OpportunityEvents, `interest.${string}`>;

/**
 * Tells everybody who waits for an answer about an opportunity, or talks about it, that it is not to be had any more,
 * or is again. Their interests stay as they are: who offers it may still answer
 * while it is paused, and decline when it has ended.
 */
@Injectable()
export class TellInterested {
  constructor(
    private readonly opportunities: OpportunitiesReader,
    private readonly answers: AnswerCountsRepository,
  ) {}

  async execute(tx: Transaction, opportunityId: string, news: InterestNews): Promise<void> {
    const opportunity = (await this.opportunities.byIds([opportunityId], tx)).get(opportunityId);
    // Paused and back on the lists before this ran: nothing has happened for them.
    if (!opportunity || !isStill(news, opportunity.state)) return;
    const { organizationId } = opportunity;
    for (const each of await this.answers.inTouch(tx, opportunityId, organizationId)) {
      const source = { aggregateType: 'interest', aggregateId: each.interestId, seq: each.version };
      tx.emit(
        news,
        { ...source, organizationId },
        { matchId: each.matchId, opportunityId, toOrganizationId: each.organizationId },
      );
    }
  }
}

function isStill(news: InterestNews, state: string): boolean {
  if (news === 'interest.opportunity-paused') return state === 'paused';
  return (news === 'interest.opportunity-resumed') === (state === 'published');
}
