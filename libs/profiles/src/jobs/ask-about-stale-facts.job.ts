import { Injectable } from '@nestjs/common';
import type { JobContext, JobHandler } from '#libs/platform/queue';
import { AskAboutStaleFacts } from '../app/ask-about-stale-facts.js';
import { ASK_ABOUT_STALE_FACTS, type StaleFactsOf } from '../app/fact-calendar.js';

/** Asks about the facts of one organization when the first of them has grown old. */
@Injectable()
export class AskAboutStaleFactsJob implements JobHandler<StaleFactsOf> {
  readonly job = ASK_ABOUT_STALE_FACTS;

  constructor(private readonly ask: AskAboutStaleFacts) {}

  async perform({ organizationId }: StaleFactsOf, context: JobContext): Promise<void> {
    await context.once((tx) => this.ask.execute(tx, organizationId));
  }
}
