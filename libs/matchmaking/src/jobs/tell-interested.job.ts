import { Injectable } from '@nestjs/common';
import type { DomainEventType, EventEnvelope } from '#libs/contracts';
import { defineJob, type JobContext, type JobHandler } from '#libs/platform/queue';
import { type InterestNews, TellInterested } from '../app/tell-interested.js';

const NEWS: Partial<Record<DomainEventType, InterestNews>> = {
  'opportunity.paused': 'interest.opportunity-paused',
  'opportunity.held': 'interest.opportunity-paused',
  'opportunity.resumed': 'interest.opportunity-resumed',
  'opportunity.released': 'interest.opportunity-resumed',
  'opportunity.filled': 'interest.opportunity-ended',
  'opportunity.expired': 'interest.opportunity-ended',
  'opportunity.closed': 'interest.opportunity-ended',
};

/** Tells those who are in touch about an opportunity what became of it. */
@Injectable()
export class TellInterestedJob implements JobHandler<EventEnvelope> {
  readonly job = defineJob<EventEnvelope>({
    name: 'tell-interested',
    queue: 'default',
    on: Object.keys(NEWS) as DomainEventType[],
  });

  constructor(private readonly tellInterested: TellInterested) {}

  async perform(event: EventEnvelope, context: JobContext): Promise<void> {
    const news = NEWS[event.type];
    if (!news) throw new Error(`Event ${event.type} is no news for the interested.`);
    await context.once((tx) => this.tellInterested.execute(tx, event.aggregateId, news));
  }
}
