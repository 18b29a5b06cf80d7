import { Injectable } from '@nestjs/common';
import type { JobContext, JobHandler } from '#libs/platform/queue';
import { APPLY_DECISION } from '../app/application-jobs.js';
import { ApplyDecision } from '../app/apply-decision.js';

/** Carries decisions out when their seconds are over. */
@Injectable()
export class ApplyDecisionJob implements JobHandler<{ decisionId: string }> {
  readonly job = APPLY_DECISION;

  constructor(private readonly applyDecision: ApplyDecision) {}

  async perform({ decisionId }: { decisionId: string }, context: JobContext): Promise<void> {
    await context.once((tx) => this.applyDecision.execute(tx, decisionId));
  }
}
