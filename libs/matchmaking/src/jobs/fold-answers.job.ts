import { Injectable } from '@nestjs/common';
import { defineJob, type DueTime, type JobContext, type JobHandler } from '#libs/platform/queue';
import { FoldAnswers } from '../app/learning/fold-answers.js';

const A_DAY = 86_400_000;

/** Learns from the answers of the day. The run of the night follows it. */
@Injectable()
export class FoldAnswersJob implements JobHandler<DueTime> {
  readonly job = defineJob<DueTime>({ name: 'fold-answers', queue: 'maintenance', every: A_DAY });

  constructor(private readonly foldAnswers: FoldAnswers) {}

  async perform(_due: DueTime, context: JobContext): Promise<void> {
    const folded = await this.foldAnswers.prepare();
    await context.once((tx) => this.foldAnswers.write(tx, folded));
  }
}
