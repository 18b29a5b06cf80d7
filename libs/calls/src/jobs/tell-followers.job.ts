import { Injectable } from '@nestjs/common';
import type { DomainEventType, EventEnvelope } from '#libs/contracts';
import { defineJob, type JobContext, type JobHandler } from '#libs/platform/queue';
import { CALL_NEWS, isNews, TellFollowers } from '../app/tell-followers.js';

/** Tells those who follow a call what has happened to it. */
@Injectable()
export class TellFollowersJob implements JobHandler<EventEnvelope> {
  readonly job = defineJob<EventEnvelope>({
    name: 'tell-call-followers',
    queue: 'default',
    on: Object.keys(CALL_NEWS) as DomainEventType[],
  });

  constructor(private readonly tell: TellFollowers) {}

  async perform(event: EventEnvelope, context: JobContext): Promise<void> {
    const { type } = event;
    if (!isNews(type)) throw new Error(`Event ${type} is no news for followers of a call.`);
    await context.once((tx) => this.tell.execute(tx, { ...event, type } as EventEnvelope<typeof type>));
  }
}
