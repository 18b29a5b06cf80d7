import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CallTermsReader } from '#libs/calls';
import type { Reads } from '#libs/platform/database';
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
    private readonly reviewers: ReviewerRepository,
    private readonly calls: CallTermsReader,
  ) {
    super();
  }

  onModuleInit(): void {
    this.keepers.register(this);
  }

  async keptFrom(
    reads: Reads,
    personIds: readonly string[],
    { call, releasedAt }: Proposal,
  ): Promise<readonly string[]> {
    if (!call || releasedAt !== null) return [];
    if (!(await this.calls.newest(reads, call.callId))?.isBlind) return [];
    return this.reviewers.among(reads, call.callId, personIds);
  }
}
