import { Injectable } from '@nestjs/common';
import { type Actor, actingOrganization } from '#libs/kernel';
import { type OrganizationCard, OrganizationsReader } from '#libs/organizations';
import { Database } from '#libs/platform/database';
import { type ProposalContent, ProposalsReader } from '#libs/proposals';
import { ApplicationRepository } from '../data/application.repository.js';
import { ReviewRepository } from '../data/review.repository.js';
import type { Application } from '../domain/application.js';
import { type ApplicationReview, visibleTo } from '../domain/application-review.js';
import { ReviewAccess } from './review-access.js';

/** A review as its reviewer sees it. */
export interface DetailedReview {
  readonly review: ApplicationReview;
  readonly applicant: OrganizationCard | null;
  /** The entry proposal as it was handed in. */
  readonly proposal: ProposalContent | null;
  /** The application still waits for reviews. */
  readonly isOpen: boolean;
  /** Of the other reviewers, once the own is in. */
  readonly others: readonly ApplicationReview[];
}

/** Reads of reviews for those who write them. */
@Injectable()
export class ReviewsReader {
  constructor(
    private readonly database: Database,
    private readonly reviews: ReviewRepository,
    private readonly applications: ApplicationRepository,
    private readonly organizations: OrganizationsReader,
    private readonly proposals: ProposalsReader,
    private readonly access: ReviewAccess,
  ) {}

  /** Duties of the actor, for the acting organization; newest first, after the one with id `after`. */
  async own(actor: Actor, query: { after: string | undefined; limit: number }): Promise<DetailedReview[]> {
    const found = await this.reviews.ofPerson(this.database, {
      personId: actor.personId,
      organizationId: actingOrganization(actor).id,
      after: query.after ?? null,
      limit: query.limit,
    });
    return Promise.all(found.map((review) => this.detailed(review)));
  }

  async one(actor: Actor, id: string): Promise<DetailedReview> {
    return this.detailed(await this.access.load(actor, id));
  }

  private async detailed(review: ApplicationReview): Promise<DetailedReview> {
    const application = await this.applications.find(this.database, review.applicationId);
    const [cards, proposal, all] = await Promise.all([
      this.organizations.cards(application ? [application.organizationId] : []),
      this.entryProposal(application),
      this.reviews.ofApplication(this.database, review.applicationId),
    ]);
    return {
      review,
      applicant: (application && cards.get(application.organizationId)) ?? null,
      proposal,
      isOpen: application?.state === 'entry_proposal_review',
      others: visibleTo(all, review.personId).filter(({ id }) => id !== review.id),
    };
  }

  private async entryProposal(application: Application | undefined): Promise<ProposalContent | null> {
    const id = application?.proposalId;
    return id ? ((await this.proposals.byIds([id])).get(id) ?? null) : null;
  }
}
