import { Injectable } from '@nestjs/common';
import type { EventEnvelope } from '#libs/contracts';
import { defineJob, type JobContext, type JobHandler } from '#libs/platform/queue';
import { ForgetFirstRun } from '../app/forget-first-run.js';

/** What a person who was erased had answered goes too. */
@Injectable()
export class ForgetFirstRunJob implements JobHandler<EventEnvelope<'person.erased'>> {
  readonly job = defineJob<EventEnvelope<'person.erased'>>({
    name: 'forget-first-run',
    queue: 'maintenance',
    on: ['person.erased'],
  });

  constructor(private readonly forgetFirstRun: ForgetFirstRun) {}

  async perform({ aggregateId }: EventEnvelope<'person.erased'>, context: JobContext): Promise<void> {
    await context.once((tx) => this.forgetFirstRun.execute(tx, aggregateId));
  }
}
