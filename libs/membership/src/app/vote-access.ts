import { Injectable } from '@nestjs/common';
import { type Actor, NotFound } from '#libs/kernel';
import { Database, type Reads, type Transaction } from '#libs/platform/database';
import { VoteRepository } from '../data/vote.repository.js';
import { mayReadVote } from '../domain/vote.policy.js';
import type { Vote, VoteSeat } from '../domain/vote.js';

export interface SeatedVote {
  readonly vote: Vote;
  readonly seats: readonly VoteSeat[];
}

/** The only way a request obtains a vote. Absent and not yours are the same {@link NotFound}. */
@Injectable()
export class VoteAccess {
  constructor(
    private readonly database: Database,
    private readonly votes: VoteRepository,
  ) {}

  async load(actor: Actor, id: string): Promise<SeatedVote> {
    return this.seated(this.database, actor, await this.votes.find(this.database, id));
  }

  /** A vote to change, locked until `tx` ends. */
  async lock(tx: Transaction, id: string): Promise<SeatedVote> {
    return this.seated(tx, tx.actor, await this.votes.lock(tx, id));
  }

  private async seated(reads: Reads, actor: Actor, vote: Vote | undefined): Promise<SeatedVote> {
    const seats = vote && (await this.votes.seats(reads, [vote.id])).get(vote.id);
    if (!vote || !seats || !mayReadVote(actor, seats)) throw new NotFound();
    return { vote, seats };
  }
}
