import { Injectable } from '@nestjs/common';
import { type Actor, actingOrganization } from '#libs/kernel';
import { Database } from '#libs/platform/database';
import { MembershipRepository } from '../data/membership.repository.js';
import { VoteRepository } from '../data/vote.repository.js';
import type { Membership } from '../domain/membership.js';
import { VoteStillOpen } from '../domain/vote.errors.js';
import { VOTE_STATES, type VoteState } from '../domain/vote.js';
import { type SeatedVote, VoteAccess } from './vote-access.js';

/** A vote with what it is about. */
export interface VoteDetails extends SeatedVote {
  readonly membership: Membership | undefined;
}

/** All reads of votes. */
@Injectable()
export class VotesReader {
  constructor(
    private readonly database: Database,
    private readonly votes: VoteRepository,
    private readonly memberships: MembershipRepository,
    private readonly access: VoteAccess,
  ) {}

  /** Newest first: those in which the city has a seat, or all for the secretariat. */
  async list(
    actor: Actor,
    states: readonly VoteState[],
    after: string | undefined,
    limit: number,
  ): Promise<SeatedVote[]> {
    const { id, kind } = actingOrganization(actor);
    const votes = await this.votes.slice(this.database, {
      seatOf: kind === 'secretariat' ? null : id,
      states: states.length > 0 ? states : VOTE_STATES,
      after: after ?? null,
      limit,
    });
    const seats = await this.votes.seats(
      this.database,
      votes.map((vote) => vote.id),
    );
    return votes.map((vote) => ({ vote, seats: seats.get(vote.id) ?? [] }));
  }

  /** Errors: request/not-found. */
  async one(actor: Actor, id: string): Promise<VoteDetails> {
    const seated = await this.access.load(actor, id);
    const membership = await this.memberships.find(this.database, seated.vote.subjectId);
    return { ...seated, membership };
  }

  /** A closed vote, for its minutes. Errors: request/not-found, vote/still-open. */
  async minutes(actor: Actor, id: string): Promise<VoteDetails> {
    const details = await this.one(actor, id);
    if (details.vote.state !== 'closed') throw new VoteStillOpen();
    return details;
  }
}
