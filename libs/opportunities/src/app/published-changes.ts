import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform/database';
import { OpportunityHistoryRepository } from '../data/opportunity-history.repository.js';
import type { Opportunity } from '../domain/opportunity.js';
import { OpportunityLife } from './opportunity-life.js';
import { sourceOf } from './opportunity-moves.js';

/** What others read, kept and announced as it changes. */
@Injectable()
export class PublishedChanges {
  constructor(
    private readonly history: OpportunityHistoryRepository,
    private readonly life: OpportunityLife,
  ) {}

  /** @param isFlagged the change holds something the secretariat has not looked at */
  async announce(tx: Transaction, edited: Opportunity, isFlagged: boolean): Promise<void> {
    await this.history.addVersion(tx, edited);
    await this.life.follow(tx, edited);
    if (edited.state === 'published') tx.emit('opportunity.changed', sourceOf(edited), {});
    if (isFlagged) tx.emit('opportunity.flagged', sourceOf(edited), {});
  }
}
