import { Injectable } from '@nestjs/common';
import { defineJob, type DueTime, type JobContext, type JobHandler } from '#libs/platform/queue';
import { StartRun } from '../app/runs/start-run.js';

const AN_HOUR = 3_600_000;

/** Begins a run when the words have changed by which the last one read texts, as after an upgrade. */
@Injectable()
export class WatchVocabularyJob implements JobHandler<DueTime> {
  readonly job = defineJob<DueTime>({ name: 'watch-vocabulary', queue: 'matching', every: AN_HOUR });

  constructor(private readonly startRun: StartRun) {}

  async perform(_due: DueTime, context: JobContext): Promise<void> {
    const market = await this.startRun.market();
    await context.once((tx) => this.startRun.forNewWords(tx, market));
  }
}
