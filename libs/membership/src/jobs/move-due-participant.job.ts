import { Injectable } from '@nestjs/common';
import type { JobContext, JobHandler } from '#libs/platform/queue';
import { MoveDueParticipant } from '../app/move-due-participant.js';
import { MOVE_DUE_PARTICIPANT } from '../app/timed-moves.js';

/** Hides or closes an organization that does not confirm. */
@Injectable()
export class MoveDueParticipantJob implements JobHandler<{ organizationId: string }> {
  readonly job = MOVE_DUE_PARTICIPANT;

  constructor(private readonly participants: MoveDueParticipant) {}

  async perform({ organizationId }: { organizationId: string }, context: JobContext): Promise<void> {
    await context.once((tx) => this.participants.execute(tx, organizationId));
  }
}
