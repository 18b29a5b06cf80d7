import { Injectable } from '@nestjs/common';
import { InviteExperts, SelectQuote } from '#libs/consulting';
import { StartEngagement } from '#libs/engagements';
import { UnitOfWork } from '#libs/platform/database';
import { DemoActors } from './demo-actors.js';
import type { Directory } from './demo-directory.js';

/** Opens the quotes of a request and chooses one; its agreement waits for signatures. */
@Injectable()
export class BeginEngagement {
  constructor(
    private readonly actors: DemoActors,
    private readonly unitOfWork: UnitOfWork,
    private readonly quotes: InviteExperts,
    private readonly select: SelectQuote,
    private readonly start: StartEngagement,
  ) {}

  async execute(directory: Directory, requester: string, requestId: string, quoteId: string): Promise<void> {
    const actor = await this.actors.of(directory, requester);
    await this.quotes.closeQuotes(actor, requestId);
    await this.select.execute(actor, quoteId, { reason: 'scope', said: null });
    await this.unitOfWork.run(actor, (tx) => this.start.execute(tx, requestId));
  }
}
