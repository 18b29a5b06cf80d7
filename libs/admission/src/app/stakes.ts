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
    const { personId, organizationId } = reviewer;
    const [cards, members, sitsInApplicant, sitsInRecommender] = await Promise.all([
      this.organizations.cards([organizationId]),
      this.organizations.membersOf(organizationId),
      this.sitsIn(application.organizationId, personId),
      this.sitsIn(application.recommenderId, personId),
    ]);
    const card = cards.get(organizationId);
    const seat = members.find((member) => member.personId === personId);
    const rights = card && seat ? permissionsOf(card.kind, seat.role) : [];
    return reviewerRefusal({
      hasSeat: rights.includes('application.review'),
      organizationIsActive: card?.state === 'active',
      sitsInApplicant: sitsInApplicant || application.createdBy === personId,
      sitsInRecommender,
    });
  }

  async sitsIn(organizationId: string | null, personId: string): Promise<boolean> {
    if (organizationId === null) return false;
    const members = await this.organizations.membersOf(organizationId);
    return members.some((member) => member.personId === personId);
  }
}
