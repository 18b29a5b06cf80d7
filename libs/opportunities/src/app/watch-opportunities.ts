import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform/database';
import { OpportunityRepository } from '../data/opportunity.repository.js';
import { OpportunityMoves, sourceOf } from './opportunity-moves.js';

/** What time does to opportunities. All look at the row again: much may have happened since the timer was set. */
@Injectable()
export class WatchOpportunities {
  constructor(
    private readonly opportunities: OpportunityRepository,
    private readonly moves: OpportunityMoves,
  ) {}

  async expire(tx: Transaction, id: string): Promise<void> {
    const opportunity = await this.opportunities.lockAny(tx, id);
    if (!opportunity?.isOver || !isAlive(opportunity)) return;
    await this.moves.make(tx, opportunity, 'expire');
  }

  async remind(tx: Transaction, id: string): Promise<void> {
    const opportunity = await this.opportunities.lockAny(tx, id);
    if (!opportunity || opportunity.isOver || !isAlive(opportunity)) return;
    tx.emit('opportunity.ending', sourceOf(opportunity), {});
  }

  async askOutcome(tx: Transaction, id: string): Promise<void> {
    const opportunity = await this.opportunities.lockAny(tx, id);
    if (opportunity?.state !== 'filled' || opportunity.outcome !== null) return;
    tx.emit('opportunity.outcome-asked', sourceOf(opportunity), {});
  }
}

function isAlive({ state }: { state: string }): boolean {
  return state === 'published' || state === 'paused';
}
