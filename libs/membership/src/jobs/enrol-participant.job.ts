import { Injectable } from '@nestjs/common';
import type { EventEnvelope } from '#libs/contracts';
import { defineJob, type JobContext, type JobHandler } from '#libs/platform/queue';
import { EnrolParticipants } from '../app/enrol-participants.js';

/** Begins the year of an organization that has just become active. */
@Injectable()
export class EnrolParticipantJob implements JobHandler<EventEnvelope> {
  readonly job = defineJob<EventEnvelope>({
    name: 'enrol-participant',
    queue: 'default',
    on: ['organization.activated'],
  });

  constructor(private readonly participants: EnrolParticipants) {}

  async perform({ aggregateId }: EventEnvelope, context: JobContext): Promise<void> {
    await context.once((tx) => this.participants.one(tx, aggregateId));
  }
}
