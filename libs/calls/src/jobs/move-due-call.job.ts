import { Injectable } from '@nestjs/common';
import type { JobContext, JobHandler } from '#libs/platform/queue';
import { CallStages } from '../app/call-stages.js';
import { MOVE_DUE_CALL } from '../app/call-timers.js';

/** Opens and closes the stages of calls in their time, and archives what was decided long ago. */
@Injectable()
export class MoveDueCallJob implements JobHandler<{ callId: string }> {
  readonly job = MOVE_DUE_CALL;

  constructor(private readonly stages: CallStages) {}

  async perform({ callId }: { callId: string }, context: JobContext): Promise<void> {
    await context.once((tx) => this.stages.moveDue(tx, callId));
  }
}
