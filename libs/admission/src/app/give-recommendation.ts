import { Injectable } from '@nestjs/common';
import { type Actor, assertVersion, nextState } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { RecommendationRepository } from '../data/recommendation.repository.js';
import { RecommenderRefused, RequestOver } from '../domain/application.errors.js';
import { type Recommendation, recommendationTransitions } from '../domain/recommendation.js';
import type { Said } from './answer-question.js';
import { ApplicationMoves } from './application-moves.js';
import { RecommendationAccess } from './recommendation-access.js';
import { RecommendationRequests } from './recommendation-requests.js';
import { Stakes } from './stakes.js';

/**
 * An officer of the recommender vouches for the applicant, in a statement that members read. The application goes to
 * the secretariat. Whether the two are independent is asked again: seats may have changed since.
 *
 * @throws NotFound, WrongState, RequestOver 409, RecommenderRefused 422, StaleVersion 412
 */
@Injectable()
export class GiveRecommendation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: RecommendationAccess,
    private readonly recommendations: RecommendationRepository,
    private readonly requests: RecommendationRequests,
    private readonly moves: ApplicationMoves,
    private readonly stakes: Stakes,
  ) {}

  async execute(actor: Actor, id: string, said: Said, version?: number): Promise<Recommendation> {
    const seen = await this.access.load(actor, id);
    const refusal = await this.stakes.ofRecommender(seen.applicantId, seen.organizationId);
    return this.unitOfWork.run(actor, async (tx) => {
      const { recommendation, isOver, application } = await this.access.lock(tx, id);
      const state = nextState(recommendationTransitions, recommendation.state, 'give');
      if (isOver) throw new RequestOver();
      if (refusal) throw new RecommenderRefused(refusal);
      assertVersion(recommendation.version, version);

      const { text: statement, language } = said;
      await this.recommendations.move(tx, recommendation, state, { statement, language });
      await this.requests.stopClock(tx, id);
      await this.moves.make(tx, application, 'recommend', { reason: statement, language });
      const given = await this.recommendations.get(tx, id);

      tx.audit({
        action: 'recommendation.give',
        entityType: 'recommendation',
        entityId: id,
        fromState: recommendation.state,
        toState: state,
      });
      const source = { aggregateType: 'recommendation', aggregateId: id, seq: given.version };
      tx.emit('recommendation.given', source, {
        applicationId: application.id,
        toOrganizationId: given.applicantId,
      });
      return given;
    });
  }
}
