import { Injectable } from '@nestjs/common';
import type { EventEnvelope } from '#libs/contracts';
import { defineJob, type JobContext, type JobHandler } from '#libs/platform/queue';
import { StartRun } from '../app/runs/start-run.js';

/** Begins the run of the night when the answers of the day are folded, and one when other weights are put to use. */
@Injectable()
export class StartDueRunJob implements JobHandler<EventEnvelope> {
  readonly job = defineJob<EventEnvelope>({
    name: 'start-due-run',
    queue: 'matching',
    on: ['answers.folded', 'matching-weights.activated'],
  });

  constructor(private readonly startRun: StartRun) {}

  async perform({ type }: EventEnvelope, context: JobContext): Promise<void> {
    const market = await this.startRun.market();
    await context.once((tx) =>
      type === 'answers.folded'
        ? this.startRun.nightly(tx, market)
        : this.startRun.instead(tx, market, 'weights'),
    );
  }
}
