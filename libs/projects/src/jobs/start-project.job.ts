import { Injectable } from '@nestjs/common';
import type { EventEnvelope } from '#libs/contracts';
import { defineJob, type JobContext, type JobHandler } from '#libs/platform/queue';
import { StartProject } from '../app/start-project.js';

/** An acceptance became public, or the conditions of one are met. */
type Accepted = EventEnvelope<'proposal.released'> | EventEnvelope<'proposal.moved'>;

@Injectable()
export class StartProjectJob implements JobHandler<Accepted> {
  readonly job = defineJob<Accepted>({
    name: 'start-project',
    queue: 'default',
    on: ['proposal.released', 'proposal.moved'],
  });

  constructor(private readonly start: StartProject) {}

  async perform({ aggregateId }: Accepted, context: JobContext): Promise<void> {
    const winner = await this.start.winner(aggregateId);
    if (!winner) return;
    await context.once(async (tx) => {
      await this.start.within(tx, winner);
    });
  }
}
