import { Injectable } from '@nestjs/common';
import type { EventEnvelope } from '#libs/contracts';
import { defineJob, type JobContext, type JobHandler, Jobs } from '#libs/platform/queue';
import { DeliverNotices } from '../app/deliver-notices.js';
import { TOLD_EVENTS } from '../domain/notice-rules.js';
import { SETTLING_EVENTS } from '../domain/settlements.js';
import { SEND_MAIL } from './send-mail.job.js';

const HEARD_EVENTS = [...new Set([...TOLD_EVENTS, ...SETTLING_EVENTS])];

/** Writes the notices and mails of an event, settles what waited for it, then has the mails sent. */
@Injectable()
export class DeliverNoticesJob implements JobHandler<EventEnvelope> {
  readonly job = defineJob<EventEnvelope>({ name: 'deliver-notices', queue: 'default', on: HEARD_EVENTS });

  constructor(
    private readonly deliverNotices: DeliverNotices,
    private readonly jobs: Jobs,
  ) {}

  async perform(event: EventEnvelope, context: JobContext): Promise<void> {
    const delivery = await this.deliverNotices.prepare(event);
    let leaving: readonly { readonly id: string }[] = [];
    const isFirst = await context.once(async (tx) => {
      leaving = await this.deliverNotices.write(tx, delivery);
    });
    if (!isFirst) return;
    const { requestId } = context;
    // A hint only: what is lost from here on is found by the sweep.
    for (const { id } of leaving) await this.jobs.enqueue(SEND_MAIL, { mailId: id }, { requestId });
  }
}
