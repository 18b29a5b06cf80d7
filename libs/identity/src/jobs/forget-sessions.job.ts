import { Injectable } from '@nestjs/common';
import { defineJob, type DueTime, type JobContext, type JobHandler } from '#libs/platform/queue';
import { ForgetSessions } from '../app/forget-sessions.js';

/** Every hour: sessions, links and whatever else is over leave the tables. */
@Injectable()
export class ForgetSessionsJob implements JobHandler<DueTime> {
  readonly job = defineJob<DueTime>({
    name: 'forget-sessions',
    queue: 'maintenance',
    every: 3_600_000,
    attempts: 3,
  });

  constructor(private readonly forgetSessions: ForgetSessions) {}

  async perform(_due: DueTime, { signal }: JobContext): Promise<void> {
    await this.forgetSessions.execute(signal);
  }
}
