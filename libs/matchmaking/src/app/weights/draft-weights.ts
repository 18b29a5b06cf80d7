import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { DEFAULT_SPEC } from '#libs/matching';
import { Database, newId, UnitOfWork } from '#libs/platform/database';
import { MatchingWeightsRepository } from '../../data/matching-weights.repository.js';
import {
  type MatchingWeights,
  type RelationWeights,
  specWith,
  weightsTransitions,
} from '../../domain/matching-weights.js';
import { ReplayWeights } from './weights-replay.js';

export interface DraftWeightsInput {
  /** Why they are changed. */
  readonly note: string;
  /** The relations whose weights change; the others stay as they are in use. */
  readonly relations: readonly RelationWeights[];
}

/**
 * Sets weights down without using them, with what past answers say of them.
 *
 * @throws InvalidInput
 */
@Injectable()
export class DraftWeights {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly weights: MatchingWeightsRepository,
    private readonly replay: ReplayWeights,
  ) {}

  async execute(actor: Actor, { note, relations }: DraftWeightsInput): Promise<MatchingWeights> {
    const inUse = (await this.weights.live(this.database))?.spec ?? DEFAULT_SPEC;
    const replay = await this.replay.of(inUse, specWith(inUse, 0, relations));
    return this.unitOfWork.run(actor, async (tx) => {
      const id = newId();
      const number = await this.weights.nextNumber(tx);
      await this.weights.insert(tx, { id, number, note, spec: specWith(inUse, number, relations), replay });
      tx.audit({
        action: 'matching-weights.draft',
        entityType: 'matching-weights',
        entityId: id,
        toState: weightsTransitions.initial,
      });
      return this.weights.get(tx, id);
    });
  }
}
