import { Injectable } from '@nestjs/common';
import type { ConversationMember } from '#libs/messaging';
import { Database, type Transaction } from '#libs/platform/database';
import { ProposalRepository } from '../data/proposal.repository.js';
import { StandingRepository } from '../data/standing.repository.js';
import { ConsortiumRoom } from './consortium-room.js';

/** Who comes to an organization that takes part in consortia talks with them from then on, and reads what was said. */
@Injectable()
export class JoinConsortiumRoom {
  constructor(
    private readonly database: Database,
    private readonly standings: StandingRepository,
    private readonly proposals: ProposalRepository,
    private readonly room: ConsortiumRoom,
  ) {}

  /** The consortia a person comes to with a seat in an organization; none for those who only read. */
  async waiting({ personId, organizationId }: ConversationMember): Promise<string[]> {
    const own = await this.room.peopleOf(this.database, [organizationId]);
    if (!own.some((member) => member.personId === personId)) return [];
    return this.standings.consortiaOf(this.database, organizationId);
  }

  async within(tx: Transaction, proposalId: string, newcomer: ConversationMember): Promise<void> {
    const proposal = await this.proposals.lockAny(tx, proposalId);
    if (proposal) await this.room.join(tx, proposal, [newcomer]);
  }
}
