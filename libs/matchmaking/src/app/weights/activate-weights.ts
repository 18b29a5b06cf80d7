import { Injectable } from '@nestjs/common';
import { type Actor, assertVersion, nextState, NotFound } from '#libs/kernel';
import { DEFAULT_SPEC } from '#libs/matching';
import { Database, type Transaction, UnitOfWork } from '#libs/platform/database';
import { MatchingWeightsRepository } from '../../data/matching-weights.repository.js';
import { ReplayFalls } from '../../domain/matching.errors.js';
import { holds, type MatchingWeights, weightsTransitions } from '../../domain/matching-weights.js';
import { ReplayWeights } from './weights-replay.js';

/**
 * Puts weights to use, if past answers stand at least as well by them as by those in use, as it is now and not when
 * they were drafted. Everybody is compared anew.
 *
 * @throws NotFound, WrongState 409, ReplayFalls 409, StaleVersion 412
 */
@Injectable()
export class ActivateWeights {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly weights: MatchingWeightsRepository,
    private readonly replay: ReplayWeights,
  ) {}

  async execute(actor: Actor, id: string, version?: number): Promise<MatchingWeights> {
    const proposed = await this.weights.find(this.database, id);
    if (!proposed) throw new NotFound();
    const inUse = await this.weights.live(this.database);
    const replay = await this.replay.of(inUse?.spec ?? DEFAULT_SPEC, proposed.spec);
    return this.unitOfWork.run(actor, async (tx) => {
      await this.weights.holdAll(tx);
      const weights = await this.weights.get(tx, id);
      const state = nextState(weightsTransitions, weights.state, 'activate');
      assertVersion(weights.version, version);
      if (!holds(replay)) throw new ReplayFalls(replay.before, replay.after);

      await this.retire(tx);
      await this.weights.move(tx, weights, state, replay);
      const live = await this.weights.get(tx, id);
      tx.audit({
        action: 'matching-weights.activate',
        entityType: 'matching-weights',
        entityId: id,
        fromState: weights.state,
        toState: state,
      });
      const source = { aggregateType: 'matching-weights', aggregateId: id, seq: live.version };
      tx.emit('matching-weights.activated', source, {});
      return live;
    });
  }

  private async retire(tx: Transaction): Promise<void> {
    const live = await this.weights.live(tx);
    if (!live) return;
    const state = nextState(weightsTransitions, live.state, 'retire');
    await this.weights.move(tx, live, state);
    tx.audit({
      action: 'matching-weights.retire',
      entityType: 'matching-weights',
      entityId: live.id,
      fromState: live.state,
      toState: state,
    });
  }
}
