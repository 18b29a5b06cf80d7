import { Injectable } from '@nestjs/common';
import type { EventEnvelope } from '#libs/contracts';
import { defineJob, type JobContext, type JobHandler } from '#libs/platform/queue';
import { CalendarFeeds } from '../app/calendar-feeds.js';

/** Whoever is erased has no calendar any more. */
@Injectable()
export class ForgetCalendarFeedJob implements JobHandler<EventEnvelope<'person.erased'>> {
  readonly job = defineJob<EventEnvelope<'person.erased'>>({
    name: 'forget-calendar-feed',
    queue: 'maintenance',
    on: ['person.erased'],
  });

  constructor(private readonly feeds: CalendarFeeds) {}

  async perform({ aggregateId }: EventEnvelope<'person.erased'>, context: JobContext): Promise<void> {
    await context.once((tx) => this.feeds.forget(tx, aggregateId));
  }
}
