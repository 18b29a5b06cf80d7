import { Injectable } from '@nestjs/common';
import type { EventEnvelope } from '#libs/contracts';
import { defineJob, type JobContext, type JobHandler } from '#libs/platform/queue';
import { StartEngagement } from '../app/start-engagement.js';

/** Makes an agreement of every quote that was chosen. */
@Injectable()
export class StartEngagementJob implements JobHandler<EventEnvelope<'quote.selected'>> {
  readonly job = defineJob<EventEnvelope<'quote.selected'>>({
    name: 'start-engagement',
    queue: 'default',
    on: ['quote.selected'],
  });

  constructor(private readonly start: StartEngagement) {}

  async perform({ payload }: EventEnvelope<'quote.selected'>, context: JobContext): Promise<void> {
    await context.once((tx) => this.start.execute(tx, payload.requestId));
  }
}
