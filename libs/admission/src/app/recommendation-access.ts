import { Injectable } from '@nestjs/common';
import { type Actor, NotFound } from '#libs/kernel';
import { Database, type Transaction } from '#libs/platform/database';
import { ApplicationRepository } from '../data/application.repository.js';
import { RecommendationRepository } from '../data/recommendation.repository.js';
import type { Application } from '../domain/application.js';
import type { Recommendation } from '../domain/recommendation.js';

/** A request with the application it belongs to. */
export interface RequestedRecommendation {
  readonly recommendation: Recommendation;
  /** The time to answer is over, whether or not that has been written down yet. */
  readonly isOver: boolean;
  readonly application: Application;
}

/** The only way a request obtains a recommendation: it is the recommender's. Others get {@link NotFound}. */
@Injectable()
export class RecommendationAccess {
  constructor(
    private readonly database: Database,
    private readonly recommendations: RecommendationRepository,
    private readonly applications: ApplicationRepository,
  ) {}

  async load(actor: Actor, id: string): Promise<Recommendation> {
    return own(actor, 'application.read', await this.recommendations.find(this.database, id));
  }

  /** A recommendation to answer or take back, with its application; both locked, the application first. */
  async lock(tx: Transaction, id: string): Promise<RequestedRecommendation> {
    const seen = own(tx.actor, 'application.recommend', await this.recommendations.find(tx, id));
    return this.lockSeen(tx, seen);
  }

  /** For the clock: whoever acts. Undefined when there is none. */
  async lockAny(tx: Transaction, id: string): Promise<RequestedRecommendation | undefined> {
    const seen = await this.recommendations.find(tx, id);
    return seen && this.lockSeen(tx, seen);
  }

  private async lockSeen(tx: Transaction, seen: Recommendation): Promise<RequestedRecommendation> {
    const application = await this.applications.lock(tx, seen.applicationId);
    const locked = await this.recommendations.lock(tx, seen.id);
    if (!application || !locked) throw new NotFound();
    const { isOver, ...recommendation } = locked;
    return { recommendation, isOver, application };
  }
}

function own(
  actor: Actor,
  permission: 'application.read' | 'application.recommend',
  recommendation: Recommendation | undefined,
): Recommendation {
  const isOwn = recommendation?.organizationId === actor.organization?.id;
  if (!recommendation || !isOwn || !actor.permissions.has(permission)) throw new NotFound();
  return recommendation;
}
