import { Injectable } from '@nestjs/common';
import { type Actor, actingOrganization, NotFound } from '#libs/kernel';
import { type OrganizationCard, OrganizationsReader } from '#libs/organizations';
import { Database } from '#libs/platform/database';
import { ApplicationRepository } from '../data/application.repository.js';
import { RecommendationRepository } from '../data/recommendation.repository.js';
import {
  type Recommendation,
  RECOMMENDATION_STATES,
  type RecommendationState,
  type StandingRecommendation,
} from '../domain/recommendation.js';
import { RecommendationAccess } from './recommendation-access.js';

/** A recommendation with the names behind its ids, and what the applicant wrote. */
export interface DetailedRecommendation {
  readonly recommendation: Recommendation;
  readonly applicant: OrganizationCard | null;
  /** What the applicant says of itself in its application. */
  readonly motivation: { readonly text: string; readonly language: string } | null;
}

/** A standing recommendation with who gives it. */
export interface ShownRecommendation extends StandingRecommendation {
  readonly recommender: OrganizationCard;
}

/** All reads of recommendations. */
@Injectable()
export class RecommendationsReader {
  constructor(
    private readonly database: Database,
    private readonly recommendations: RecommendationRepository,
    private readonly applications: ApplicationRepository,
    private readonly organizations: OrganizationsReader,
    private readonly access: RecommendationAccess,
  ) {}

  /**
   * For other features: what stands, by the organization it recommends, the oldest first. Only between organizations
   * that take part; who has none is left out. Asks no permission.
   */
  async of(organizationIds: readonly string[]): Promise<Map<string, ShownRecommendation[]>> {
    const standing =
      organizationIds.length === 0
        ? []
        : await this.recommendations.standing(this.database, [...new Set(organizationIds)]);
    const cards = await this.organizations.cards(
      standing.flatMap(({ organizationId, applicantId }) => [organizationId, applicantId]),
    );
    const shown = new Map<string, ShownRecommendation[]>();
    for (const recommendation of standing) {
      const { organizationId, applicantId } = recommendation;
      const recommender = cards.get(organizationId);
      if (recommender?.state !== 'active' || cards.get(applicantId)?.state !== 'active') continue;
      shown.set(applicantId, [...(shown.get(applicantId) ?? []), { ...recommendation, recommender }]);
    }
    return shown;
  }

  /** What stands of one organization that takes part. @throws NotFound for every other one */
  async ofOne(organizationId: string): Promise<ShownRecommendation[]> {
    const card = (await this.organizations.cards([organizationId])).get(organizationId);
    if (card?.state !== 'active' && card?.state !== 'candidate') throw new NotFound();
    return (await this.of([organizationId])).get(organizationId) ?? [];
  }

  /** What the acting organization was asked for and gave, newest first, after the one with id `after`. */
  async own(
    actor: Actor,
    query: { states: readonly RecommendationState[]; after: string | undefined; limit: number },
  ): Promise<DetailedRecommendation[]> {
    const found = await this.recommendations.slice(this.database, {
      organizationId: actingOrganization(actor).id,
      states: query.states.length > 0 ? query.states : RECOMMENDATION_STATES,
      after: query.after ?? null,
      limit: query.limit,
    });
    return this.detailed(found);
  }

  async one(actor: Actor, id: string): Promise<DetailedRecommendation> {
    const [detailed] = await this.detailed([await this.access.load(actor, id)]);
    if (!detailed) throw new NotFound();
    return detailed;
  }

  /** Open clients are told of these organizations: what stands of them has changed. Each once, whoever asks. */
  async takeUnpushed(): Promise<string[]> {
    return this.recommendations.takeUnpushed(this.database, 100);
  }

  private async detailed(found: readonly Recommendation[]): Promise<DetailedRecommendation[]> {
    const cards = await this.organizations.cards(found.map(({ applicantId }) => applicantId));
    return Promise.all(
      found.map(async (recommendation) => {
        const application = await this.applications.find(this.database, recommendation.applicationId);
        const text = application?.motivation ?? null;
        return {
          recommendation,
          applicant: cards.get(recommendation.applicantId) ?? null,
          motivation: text === null || !application ? null : { text, language: application.language },
        };
      }),
    );
  }
}
