import { Injectable } from '@nestjs/common';
import type { JobContext, JobHandler } from '#libs/platform/queue';
import { DueRequests } from '../app/due-requests.js';
import { REMIND_OF_INFORMATION } from '../app/request-clocks.js';

/** Asks the requester again for what the secretariat wants to know. */
@Injectable()
export class RemindOfInformationJob implements JobHandler<{ requestId: string }> {
  readonly job = REMIND_OF_INFORMATION;

  constructor(private readonly due: DueRequests) {}

  async perform({ requestId }: { requestId: string }, context: JobContext): Promise<void> {
    await context.once((tx) => this.due.remind(tx, requestId));
  }
}
