import { Injectable } from '@nestjs/common';
import { type Actor, assertVersion, nextState } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { RecommendationRepository } from '../data/recommendation.repository.js';
import { RequestOver } from '../domain/application.errors.js';
import { type Recommendation, recommendationTransitions } from '../domain/recommendation.js';
import { type Said, wordsOf } from './answer-question.js';
import { ApplicationMoves } from './application-moves.js';
import { RecommendationAccess } from './recommendation-access.js';
import { RecommendationRequests } from './recommendation-requests.js';

/**
 * An officer of the recommender declines, with a reason; the applicant may name another organization.
 *
 * @throws NotFound, WrongState, RequestOver 409, StaleVersion 412
 */
@Injectable()
export class DeclineRecommendation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: RecommendationAccess,
    private readonly recommendations: RecommendationRepository,
    private readonly requests: RecommendationRequests,
    private readonly moves: ApplicationMoves,
  ) {}

  async execute(actor: Actor, id: string, said: Said, version?: number): Promise<Recommendation> {
    return this.unitOfWork.run(actor, async (tx) => {
      const { recommendation, isOver, application } = await this.access.lock(tx, id);
      const state = nextState(recommendationTransitions, recommendation.state, 'decline');
      if (isOver) throw new RequestOver();
      assertVersion(recommendation.version, version);

      await this.recommendations.move(tx, recommendation, state, {
        reason: said.text,
        language: said.language,
      });
      await this.requests.stopClock(tx, id);
      await this.moves.make(tx, application, 'decline-recommendation', wordsOf(said));
      const declined = await this.recommendations.get(tx, id);

      tx.audit({
        action: 'recommendation.decline',
        entityType: 'recommendation',
        entityId: id,
        fromState: recommendation.state,
        toState: state,
      });
      const source = { aggregateType: 'recommendation', aggregateId: id, seq: declined.version };
      tx.emit('recommendation.declined', source, {
        applicationId: application.id,
        toOrganizationId: declined.applicantId,
      });
      return declined;
    });
  }
}
