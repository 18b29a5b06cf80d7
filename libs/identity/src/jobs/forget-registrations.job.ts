import { Injectable } from '@nestjs/common';
import { defineJob, type DueTime, type JobContext, type JobHandler } from '#libs/platform/queue';
import { ForgetRegistrations } from '../app/forget-registrations.js';

/** Every hour: registrations that were not confirmed within a week go. */
@Injectable()
export class ForgetRegistrationsJob implements JobHandler<DueTime> {
  readonly job = defineJob<DueTime>({
    name: 'forget-registrations',
    queue: 'maintenance',
    every: 3_600_000,
    attempts: 3,
  });

  constructor(private readonly forgetRegistrations: ForgetRegistrations) {}

  async perform(_due: DueTime, { signal }: JobContext): Promise<void> {
    await this.forgetRegistrations.execute(signal);
  }
}
