import { Injectable } from '@nestjs/common';
import type { EventEnvelope } from '#libs/contracts';
import { defineJob, type JobContext, type JobHandler } from '#libs/platform/queue';
import { AnnounceCall } from '../app/announce-call.js';

/** Tells those who may answer it of a call that was published. */
@Injectable()
export class AnnounceCallJob implements JobHandler<EventEnvelope> {
  readonly job = defineJob<EventEnvelope>({
    name: 'announce-call',
    queue: 'default',
    on: ['call.published'],
  });

  constructor(private readonly announce: AnnounceCall) {}

  async perform({ aggregateId }: EventEnvelope, context: JobContext): Promise<void> {
    await context.once((tx) => this.announce.execute(tx, aggregateId));
  }
}
