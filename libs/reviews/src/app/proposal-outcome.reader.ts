import { Injectable } from '@nestjs/common';
import { type Actor, actingOrganization, NotFound } from '#libs/kernel';
import { Database } from '#libs/platform/database';
import {
  isDecided,
  type PublicProposalState,
  type Proposal,
  ProposalsReader,
  publicState,
  SubmittedVersions,
} from '#libs/proposals';
import { DecisionRepository } from '../data/decision.repository.js';
import { ReviewRepository } from '../data/review.repository.js';
import type { ProposalDecision } from '../domain/review.js';
import { newestRound } from '../domain/review.js';

/** What applicants learn: the public state and, once released, the decision with what reviewers wrote for them. */
export interface ProposalOutcome {
  readonly state: PublicProposalState;
  /** Null before the release. */
  readonly decision: ProposalDecision | null;
  /** Of the newest round, without who wrote them. */
  readonly comments: readonly { readonly comment: string; readonly language: string | null }[];
}

/** Reads of decisions for those who proposed. */
@Injectable()
export class ProposalOutcomeReader {
  constructor(
    private readonly database: Database,
    private readonly proposals: ProposalsReader,
    private readonly versions: SubmittedVersions,
    private readonly decisions: DecisionRepository,
    private readonly reviews: ReviewRepository,
  ) {}

  async of(actor: Actor, proposalId: string): Promise<ProposalOutcome> {
    const proposal = await this.proposals.one(actor, proposalId);
    if (!(await this.isParty(actingOrganization(actor).id, proposal))) throw new NotFound();
    const released = (await this.decisions.ofProposal(this.database, proposalId)).filter(
      ({ releasedAt }) => releasedAt !== null,
    );
    const decision = released.find(({ stage }) => stage === proposal.call?.stage) ?? released.at(-1) ?? null;
    if (!decision || (isDecided(proposal.state) && proposal.releasedAt === null))
      return { state: publicState(proposal), decision: null, comments: [] };
    const reviews = newestRound(await this.reviews.ofProposal(this.database, proposalId, decision.stage));
    return {
      state: publicState(proposal),
      decision,
      comments: reviews.flatMap(({ state, comment, language }) =>
        state === 'submitted' && comment !== null ? [{ comment, language }] : [],
      ),
    };
  }

  private async isParty(organizationId: string, { id, organizationId: leadId }: Proposal): Promise<boolean> {
    if (organizationId === leadId) return true;
    const version = await this.versions.newest(this.database, id);
    const partners = version?.content.dossier?.partners ?? [];
    return partners.some((partner) => partner.organizationId === organizationId);
  }
}
