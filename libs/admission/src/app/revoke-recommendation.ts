import { Injectable } from '@nestjs/common';
import { type Actor, assertVersion, nextState } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { RecommendationRepository } from '../data/recommendation.repository.js';
import { type Recommendation, recommendationTransitions } from '../domain/recommendation.js';
import type { Said } from './answer-question.js';
import { RecommendationAccess } from './recommendation-access.js';

/**
 * The recommender takes its recommendation back, with a reason. It is shown no longer; what follows for the
 * participant is for the secretariat to look at, nothing happens by itself.
 *
 * @throws NotFound, WrongState 409, StaleVersion 412
 */
@Injectable()
export class RevokeRecommendation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: RecommendationAccess,
    private readonly recommendations: RecommendationRepository,
  ) {}

  async execute(actor: Actor, id: string, said: Said, version?: number): Promise<Recommendation> {
    return this.unitOfWork.run(actor, async (tx) => {
      const { recommendation, application } = await this.access.lock(tx, id);
      const state = nextState(recommendationTransitions, recommendation.state, 'revoke');
      assertVersion(recommendation.version, version);

      await this.recommendations.move(tx, recommendation, state, {
        reason: said.text,
        language: said.language,
      });
      const revoked = await this.recommendations.get(tx, id);

      tx.audit({
        action: 'recommendation.revoke',
        entityType: 'recommendation',
        entityId: id,
        fromState: recommendation.state,
        toState: state,
      });
      const source = { aggregateType: 'recommendation', aggregateId: id, seq: revoked.version };
      tx.emit('recommendation.revoked', source, {
        applicationId: application.id,
        applicantId: revoked.applicantId,
      });
      return revoked;
    });
  }
}
