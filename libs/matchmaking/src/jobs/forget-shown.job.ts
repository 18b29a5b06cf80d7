import { Injectable } from '@nestjs/common';
import { defineJob, type DueTime, type JobContext, type JobHandler } from '#libs/platform/queue';
import { ForgetShown } from '../app/learning/forget-shown.js';

const A_DAY = 86_400_000;

/** Keeps what was shown, and what scores were computed from, from growing for ever. */
@Injectable()
export class ForgetShownJob implements JobHandler<DueTime> {
  readonly job = defineJob<DueTime>({ name: 'forget-shown', queue: 'maintenance', every: A_DAY });

  constructor(private readonly forgetShown: ForgetShown) {}

  async perform(_due: DueTime, context: JobContext): Promise<void> {
    await context.once(async (tx) => {
      await this.forgetShown.execute(tx);
    });
  }
}
