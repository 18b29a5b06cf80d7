import { Injectable } from '@nestjs/common';
import type { JobContext, JobHandler } from '#libs/platform/queue';
import { EXPIRE_QUOTE } from '../app/quote-rounds.js';
import { WatchQuotes } from '../app/watch-quotes.js';

/** Ends a quote that is valid no more. */
@Injectable()
export class ExpireQuoteJob implements JobHandler<{ quoteId: string }> {
  readonly job = EXPIRE_QUOTE;

  constructor(private readonly watch: WatchQuotes) {}

  async perform({ quoteId }: { quoteId: string }, context: JobContext): Promise<void> {
    await context.once((tx) => this.watch.expire(tx, quoteId));
  }
}
