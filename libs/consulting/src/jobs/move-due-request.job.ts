import { Injectable } from '@nestjs/common';
import type { JobContext, JobHandler } from '#libs/platform/queue';
import { DueRequests } from '../app/due-requests.js';
import { MOVE_DUE_REQUEST } from '../app/request-clocks.js';

/** Does what time asks of a consulting request. */
@Injectable()
export class MoveDueRequestJob implements JobHandler<{ requestId: string }> {
  readonly job = MOVE_DUE_REQUEST;

  constructor(private readonly due: DueRequests) {}

  async perform({ requestId }: { requestId: string }, context: JobContext): Promise<void> {
    await context.once((tx) => this.due.move(tx, requestId));
  }
}
