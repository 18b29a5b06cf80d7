import { Injectable } from '@nestjs/common';
import { nextState } from '#libs/kernel';
import type { Transaction } from '#libs/platform/database';
import { RecommendationRepository } from '../data/recommendation.repository.js';
import { recommendationTransitions } from '../domain/recommendation.js';
import { ApplicationMoves } from './application-moves.js';
import { RecommendationAccess } from './recommendation-access.js';

/** What time does to requests nobody answers. Both look at the row again: it may have been answered meanwhile. */
@Injectable()
export class WatchRecommendations {
  constructor(
    private readonly access: RecommendationAccess,
    private readonly recommendations: RecommendationRepository,
    private readonly moves: ApplicationMoves,
  ) {}

  async remind(tx: Transaction, id: string): Promise<void> {
    const found = await this.access.lockAny(tx, id);
    if (found?.recommendation.state !== 'requested' || found.isOver) return;
    const { organizationId, applicantId, version } = found.recommendation;
    const source = { aggregateType: 'recommendation', aggregateId: id, seq: version };
    tx.emit(
      'recommendation.reminded',
      { ...source, organizationId: applicantId },
      { toOrganizationId: organizationId },
    );
  }

  async expire(tx: Transaction, id: string): Promise<void> {
    const found = await this.access.lockAny(tx, id);
    if (found?.recommendation.state !== 'requested' || !found.isOver) return;
    const { recommendation, application } = found;
    const state = nextState(recommendationTransitions, recommendation.state, 'expire');

    await this.recommendations.move(tx, recommendation, state);
    await this.moves.make(tx, application, 'expire-recommendation');
    const expired = await this.recommendations.get(tx, id);

    const { organizationId, applicantId } = expired;
    tx.audit({
      action: 'recommendation.expire',
      entityType: 'recommendation',
      entityId: id,
      organizationId,
      fromState: recommendation.state,
      toState: state,
    });
    const source = { aggregateType: 'recommendation', aggregateId: id, seq: expired.version, organizationId };
    tx.emit('recommendation.expired', source, {
      applicationId: application.id,
      toOrganizationId: applicantId,
    });
  }
}
