import { Injectable } from '@nestjs/common';
import { type Actor, actingOrganization } from '#libs/kernel';
import { type OrganizationCard, OrganizationsReader } from '#libs/organizations';
import { Database } from '#libs/platform/database';
import { EngagementRepository } from '../data/engagement.repository.js';
import { RatingRepository } from '../data/rating.repository.js';
import type { Engagement } from '../domain/engagement.js';
import type { EngagementState } from '../domain/engagement-states.js';
import { type RatingSummary, summaryOf } from '../domain/rating.js';

export interface ListedEngagement {
  readonly engagement: Engagement;
  readonly requester: OrganizationCard | undefined;
  readonly consultant: OrganizationCard | undefined;
}

/** Lists of engagements, their titles, and what they say of consultants. */
@Injectable()
export class EngagementsReader {
  constructor(
    private readonly database: Database,
    private readonly engagements: EngagementRepository,
    private readonly ratings: RatingRepository,
    private readonly organizations: OrganizationsReader,
  ) {}

  /** Those the acting organization is a party of, newest first; for the secretariat all. */
  async list(
    actor: Actor,
    query: { states: readonly EngagementState[]; after: string | null; limit: number },
  ): Promise<ListedEngagement[]> {
    const { id, kind } = actingOrganization(actor);
    const organizationId = kind === 'secretariat' ? null : id;
    const found = await this.engagements.list(this.database, { ...query, organizationId });
    const cards = await this.organizations.cards(
      found.flatMap(({ requester, consultant }) => [requester.organizationId, consultant.organizationId]),
    );
    return found.map((engagement) => ({
      engagement,
      requester: cards.get(engagement.requester.organizationId),
      consultant: cards.get(engagement.consultant.organizationId),
    }));
  }

  /** Titles by id, for notices, which go to parties and the secretariat alone. Asks no permission. */
  async titles(ids: readonly string[]): Promise<Map<string, { title: string }>> {
    const found = await this.engagements.byIds(this.database, ids);
    return new Map(found.map(({ id, title }) => [id, { title }]));
  }

  /** What the engagements of a consultant come to, for everybody. Only what is open counts. */
  async reputation(organizationId: string): Promise<RatingSummary> {
    return summaryOf(await this.ratings.ofConsultant(this.database, organizationId));
  }
}
