import { Injectable } from '@nestjs/common';
import type { EventEnvelope } from '#libs/contracts';
import { defineJob, type JobContext, type JobHandler } from '#libs/platform/queue';
import { ForgetPerson } from '../app/forget-person.js';

/** What was told to a person who was erased goes too: mails hold the name and the address. */
@Injectable()
export class ForgetPersonJob implements JobHandler<EventEnvelope<'person.erased'>> {
  readonly job = defineJob<EventEnvelope<'person.erased'>>({
    name: 'forget-person',
    queue: 'maintenance',
    on: ['person.erased'],
  });

  constructor(private readonly forgetPerson: ForgetPerson) {}

  async perform({ aggregateId }: EventEnvelope<'person.erased'>, context: JobContext): Promise<void> {
    await context.once((tx) => this.forgetPerson.execute(tx, aggregateId));
  }
}
