import { Injectable } from '@nestjs/common';
import type { EventEnvelope } from '#libs/contracts';
import { defineJob, type JobContext, type JobHandler } from '#libs/platform/queue';
import { RunMatching } from '../app/runs/run-matching.js';

/** Compares everybody anew. A run that was interrupted goes on where it stopped. */
@Injectable()
export class RunMatchingJob implements JobHandler<EventEnvelope> {
  readonly job = defineJob<EventEnvelope>({
    name: 'run-matching',
    queue: 'matching',
    on: ['matching-run.started'],
  });

  constructor(private readonly runMatching: RunMatching) {}

  async perform({ aggregateId }: EventEnvelope, { requestId, signal }: JobContext): Promise<void> {
    await this.runMatching.execute(aggregateId, requestId, signal);
  }
}
