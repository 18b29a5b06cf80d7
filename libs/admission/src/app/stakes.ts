import { Injectable } from '@nestjs/common';
import { permissionsOf } from '#libs/contracts';
import { OrganizationsReader } from '#libs/organizations';
import type { Application } from '../domain/application.js';
import { type ReviewerRefusal, reviewerRefusal } from '../domain/application-review.js';
import { type RecommenderRefusal, recommenderRefusal } from '../domain/recommendation.js';

/** Who has a stake in an application. Reads by connections of its own: ask before the transaction begins. */
@Injectable()
export class Stakes {
  constructor(private readonly organizations: OrganizationsReader) {}

  /** Why an organization may not recommend an applicant, or null. */
  async ofRecommender(applicantId: string, recommenderId: string): Promise<RecommenderRefusal | null> {
    const [cards, own, theirs] = await Promise.all([
      this.organizations.cards([recommenderId]),
      this.organizations.membersOf(applicantId),
      this.organizations.membersOf(recommenderId),
    ]);
    const card = cards.get(recommenderId);
    return recommenderRefusal({
      kind: card?.kind ?? '',
      isActive: card?.state === 'active',
      isApplicant: applicantId === recommenderId,
      sharesPerson: own.some(({ personId }) => theirs.some((member) => member.personId === personId)),
    });
  }

  /** Why a person may not review an application for an organization, or null. */
  async ofReviewer(
    application: Application,
    reviewer: { personId: string; organizationId: string },
  ): Promise<ReviewerRefusal | null> {
    const { personId } = reviewer;
    const [canReview, sitsInApplicant, sitsInRecommender] = await Promise.all([
      this.canReview(reviewer),
      this.sitsIn(application.organizationId, personId),
      this.sitsIn(application.recommenderId, personId),
    ]);
    return reviewerRefusal({
      canReview,
      sitsInApplicant: sitsInApplicant || application.createdBy === personId,
      sitsInRecommender,
    });
  }

  /** Whether the person has a seat that lets them review, in an organization that takes part. */
  async canReview({
    personId,
    organizationId,
  }: {
    personId: string;
    organizationId: string;
  }): Promise<boolean> {
    const [cards, members] = await Promise.all([
      this.organizations.cards([organizationId]),
      this.organizations.membersOf(organizationId),
    ]);
    const card = cards.get(organizationId);
    const seat = members.find((member) => member.personId === personId);
    if (!card || !seat || card.state !== 'active') return false;
    return permissionsOf(card.kind, seat.role).includes('application.review');
  }

  async sitsIn(organizationId: string | null, personId: string): Promise<boolean> {
    if (organizationId === null) return false;
    const members = await this.organizations.membersOf(organizationId);
    return members.some((member) => member.personId === personId);
  }
}
