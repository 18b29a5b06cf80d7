import { Injectable } from '@nestjs/common';
import type { JobContext, JobHandler } from '#libs/platform/queue';
import { MoveDueParticipant } from '../app/move-due-participant.js';
import { REMIND_PARTICIPANT } from '../app/timed-moves.js';

/** Asks an organization for its yearly confirmation. */
@Injectable()
export class RemindParticipantJob implements JobHandler<{ organizationId: string }> {
  readonly job = REMIND_PARTICIPANT;

  constructor(private readonly participants: MoveDueParticipant) {}

  async perform({ organizationId }: { organizationId: string }, context: JobContext): Promise<void> {
    await context.once((tx) => this.participants.remind(tx, organizationId));
  }
}
