import { Injectable } from '@nestjs/common';
import type { EventEnvelope } from '#libs/contracts';
import { defineJob, type JobContext, type JobHandler } from '#libs/platform/queue';
import { JoinTalk } from '../app/join-talk.js';

/** A seat was taken, or its role is another one. */
type Seated = EventEnvelope<'member.joined'> | EventEnvelope<'member.changed'>;

@Injectable()
export class JoinTalkJob implements JobHandler<Seated> {
  readonly job = defineJob<Seated>({
    name: 'join-project-talk',
    queue: 'default',
    on: ['member.joined', 'member.changed'],
  });

  constructor(private readonly talk: JoinTalk) {}

  async perform({ organizationId, payload }: Seated, context: JobContext): Promise<void> {
    if (organizationId === null) return;
    const waiting = await this.talk.waiting({ personId: payload.personId, organizationId });
    if (waiting.length === 0) return;
    await context.once(async (tx) => {
      for (const each of waiting) await this.talk.within(tx, each);
    });
  }
}
