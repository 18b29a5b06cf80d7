import { Injectable } from '@nestjs/common';
import type { EventEnvelope } from '#libs/contracts';
import { defineJob, type JobContext, type JobHandler } from '#libs/platform/queue';
import { ForgetSearches } from '../app/forget-searches.js';

/** What a person who was erased kept for themselves goes too; shortlists are their organization’s. */
@Injectable()
export class ForgetSearchesJob implements JobHandler<EventEnvelope<'person.erased'>> {
  readonly job = defineJob<EventEnvelope<'person.erased'>>({
    name: 'forget-searches',
    queue: 'maintenance',
    on: ['person.erased'],
  });

  constructor(private readonly forgetSearches: ForgetSearches) {}

  async perform({ aggregateId }: EventEnvelope<'person.erased'>, context: JobContext): Promise<void> {
    await context.once((tx) => this.forgetSearches.execute(tx, aggregateId));
  }
}
