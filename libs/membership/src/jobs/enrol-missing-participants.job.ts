import { Injectable } from '@nestjs/common';
import { defineJob, type DueTime, type JobContext, type JobHandler } from '#libs/platform/queue';
import { EnrolParticipants } from '../app/enrol-participants.js';

const HOUR = 3_600_000;

/** Begins the year of participants that came in by an import, without an event of their own. */
@Injectable()
export class EnrolMissingParticipantsJob implements JobHandler<DueTime> {
  readonly job = defineJob<DueTime>({
    name: 'enrol-missing-participants',
    queue: 'maintenance',
    every: HOUR,
  });

  constructor(private readonly participants: EnrolParticipants) {}

  async perform(_due: DueTime, { requestId, signal }: JobContext): Promise<void> {
    await this.participants.missing(requestId, signal);
  }
}
