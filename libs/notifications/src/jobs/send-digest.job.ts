import { Injectable } from '@nestjs/common';
import type { JobContext, JobHandler } from '#libs/platform/queue';
import { newId } from '#libs/platform/database';
import { SEND_DIGEST } from '../app/deliver-notices.js';
import { SendDigest } from '../app/send-digest.js';

/** Writes the mail of the day of one person; the sweep sends it. */
@Injectable()
export class SendDigestJob implements JobHandler<{ personId: string }> {
  readonly job = SEND_DIGEST;

  constructor(private readonly digest: SendDigest) {}

  async perform({ personId }: { personId: string }, context: JobContext): Promise<void> {
    const written = await this.digest.prepare(personId, newId(), context.requestId);
    await context.once((tx) => this.digest.write(tx, personId, written));
  }
}
