import { Injectable } from '@nestjs/common';
import type { EventEnvelope } from '#libs/contracts';
import { defineJob, type JobContext, type JobHandler } from '#libs/platform/queue';
import { ForgetContacts } from '../app/forget-contacts.js';

/** Whom an erased person kept away, and what they let others see, goes with them. What they said stays. */
@Injectable()
export class ForgetContactsJob implements JobHandler<EventEnvelope<'person.erased'>> {
  readonly job = defineJob<EventEnvelope<'person.erased'>>({
    name: 'forget-contacts',
    queue: 'maintenance',
    on: ['person.erased'],
  });

  constructor(private readonly forgetContacts: ForgetContacts) {}

  async perform({ aggregateId }: EventEnvelope<'person.erased'>, context: JobContext): Promise<void> {
    await context.once((tx) => this.forgetContacts.execute(tx, aggregateId));
  }
}
