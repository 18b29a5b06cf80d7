import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CallTermsReader } from '#libs/calls';
import { Database } from '#libs/platform/database';
import { type Proposal, ProposalKeeper, ProposalKeepers } from '#libs/proposals';
import { ReviewerRepository } from '../data/reviewer.repository.js';

/**
 * Who reviews for a blind call reads its proposals as their reviewer, without names, whatever seats they have come to:
 * until the decision is public, when names are no secret any more.
 */
@Injectable()
export class BlindReviewers extends ProposalKeeper implements OnModuleInit {
  constructor(
    private readonly keepers: ProposalKeepers,
    private readonly database: Database,
    private readonly reviewers: ReviewerRepository,
    private readonly calls: CallTermsReader,
  ) {
    super();
  }

  onModuleInit(): void {
    this.keepers.register(this);
  }

  async keeps(personId: string, { call, releasedAt }: Proposal): Promise<boolean> {
    if (!call || releasedAt !== null) return false;
    if (!(await this.reviewers.isReviewer(this.database, call.callId, personId))) return false;
    return (await this.calls.newest(this.database, call.callId))?.isBlind ?? false;
  }
}
