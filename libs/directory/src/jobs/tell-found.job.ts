import { Injectable } from '@nestjs/common';
import { defineJob, type DueTime, type JobContext, type JobHandler } from '#libs/platform/queue';
import { TellFound } from '../app/tell-found.js';

const EVERY_MINUTE = 60_000;

/** Tells what saved searches have found: at once within a minute, daily when the last time is a day ago. */
@Injectable()
export class TellFoundJob implements JobHandler<DueTime> {
  readonly job = defineJob<DueTime>({ name: 'tell-found', queue: 'maintenance', every: EVERY_MINUTE });

  constructor(private readonly tellFound: TellFound) {}

  async perform(_due: DueTime, context: JobContext): Promise<void> {
    const due = [...(await this.tellFound.prepare('at-once')), ...(await this.tellFound.prepare('daily'))];
    if (due.length > 0) await context.once((tx) => this.tellFound.write(tx, due));
  }
}
