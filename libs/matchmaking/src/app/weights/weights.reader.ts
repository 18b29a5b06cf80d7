import { Injectable } from '@nestjs/common';
import { NotFound } from '#libs/kernel';
import { DEFAULT_SPEC } from '#libs/matching';
import { Database } from '#libs/platform/database';
import { MatchingWeightsRepository } from '../../data/matching-weights.repository.js';
import { type MatchingWeights, type RelationWeights, weightsIn } from '../../domain/matching-weights.js';

/** The weights that are in use: the number of those an administrator set, 0 while nobody has. */
export interface WeightsInUse {
  readonly number: number;
  readonly relations: readonly RelationWeights[];
}

/** All reads of weights. */
@Injectable()
export class WeightsReader {
  constructor(
    private readonly database: Database,
    private readonly weights: MatchingWeightsRepository,
  ) {}

  async inUse(): Promise<WeightsInUse> {
    const live = await this.weights.live(this.database);
    return { number: live?.number ?? 0, relations: weightsIn(live?.spec ?? DEFAULT_SPEC) };
  }

  /** @throws NotFound */
  async one(id: string): Promise<MatchingWeights> {
    const weights = await this.weights.find(this.database, id);
    if (!weights) throw new NotFound();
    return weights;
  }

  /** Newest first, below the number of the last one before. */
  async list(below: number | undefined, limit: number): Promise<MatchingWeights[]> {
    return this.weights.slice(this.database, below, limit);
  }
}
