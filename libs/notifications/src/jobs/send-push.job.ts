import { Injectable, Logger } from '@nestjs/common';
import type { JobContext, JobHandler } from '#libs/platform/queue';
import { type PushOfNotice, SEND_PUSH } from '../app/plan-pushes.js';
import { SendPush } from '../app/send-push.js';

const LAST_ATTEMPT = 6;

/** Tells one browser of one row of the inbox; a service that is away for minutes is let off, the inbox has it all. */
@Injectable()
export class SendPushJob implements JobHandler<PushOfNotice> {
  readonly job = SEND_PUSH;
  private readonly logger = new Logger(SendPushJob.name);

  constructor(private readonly sendPush: SendPush) {}

  async perform(push: PushOfNotice, context: JobContext): Promise<void> {
    const { outcome, personId } = await this.attempt(push, context);
    await context.once(async (tx) => {
      if (outcome === 'gone' && personId !== undefined) await this.sendPush.write(tx, push, personId);
    });
  }

  private async attempt(push: PushOfNotice, { attempt }: JobContext): ReturnType<SendPush['execute']> {
    try {
      return await this.sendPush.execute(push);
    } catch (error) {
      if (attempt < LAST_ATTEMPT) throw error;
      this.logger.warn({ msg: 'A push was given up', deviceId: push.deviceId, err: error });
      return { outcome: 'refused' };
    }
  }
}
