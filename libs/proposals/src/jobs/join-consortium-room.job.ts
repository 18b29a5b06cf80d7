import { Injectable } from '@nestjs/common';
import type { EventEnvelope } from '#libs/contracts';
import { defineJob, type JobContext, type JobHandler } from '#libs/platform/queue';
import { JoinConsortiumRoom } from '../app/join-consortium-room.js';

/** A seat was taken, or its role is another one. */
type Seated = EventEnvelope<'member.joined'> | EventEnvelope<'member.changed'>;

@Injectable()
export class JoinConsortiumRoomJob implements JobHandler<Seated> {
  readonly job = defineJob<Seated>({
    name: 'join-consortium-room',
    queue: 'default',
    on: ['member.joined', 'member.changed'],
  });

  constructor(private readonly join: JoinConsortiumRoom) {}

  async perform({ organizationId, payload }: Seated, context: JobContext): Promise<void> {
    if (organizationId === null) return;
    const newcomer = { personId: payload.personId, organizationId };
    const proposalIds = await this.join.waiting(newcomer);
    if (proposalIds.length === 0) return;
    await context.once(async (tx) => {
      for (const proposalId of proposalIds) await this.join.within(tx, proposalId, newcomer);
    });
  }
}
