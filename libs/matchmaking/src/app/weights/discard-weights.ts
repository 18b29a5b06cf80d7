import { Injectable } from '@nestjs/common';
import { type Actor, assertVersion, nextState, NotFound } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { MatchingWeightsRepository } from '../../data/matching-weights.repository.js';
import { type MatchingWeights, weightsTransitions } from '../../domain/matching-weights.js';

/**
 * Puts away weights that were never used.
 *
 * @throws NotFound, WrongState 409, StaleVersion 412
 */
@Injectable()
export class DiscardWeights {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly weights: MatchingWeightsRepository,
  ) {}

  async execute(actor: Actor, id: string, version?: number): Promise<MatchingWeights> {
    return this.unitOfWork.run(actor, async (tx) => {
      const weights = await this.weights.find(tx, id);
      if (!weights) throw new NotFound();
      const state = nextState(weightsTransitions, weights.state, 'discard');
      assertVersion(weights.version, version);

      await this.weights.move(tx, weights, state);
      tx.audit({
        action: 'matching-weights.discard',
        entityType: 'matching-weights',
        entityId: id,
        fromState: weights.state,
        toState: state,
      });
      return this.weights.get(tx, id);
    });
  }
}
