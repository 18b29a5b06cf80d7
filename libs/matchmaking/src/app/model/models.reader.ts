import { Injectable } from '@nestjs/common';
import { DEFAULT_SPEC, learnedSpec, type LearnedModel, type MatchSpec, UNTAUGHT } from '#libs/matching';
import { Database } from '#libs/platform/database';
import { LearningRepository } from '../../data/learning.repository.js';
import { MatchingWeightsRepository } from '../../data/matching-weights.repository.js';
import type { ModelInUse } from './pair-specs.js';

/** The numbers by which everybody is compared now: what administrators set, corrected by what answers have taught. */
@Injectable()
export class ModelsReader {
  private seen: { readonly state: string; readonly model: ModelInUse } | undefined;

  constructor(
    private readonly database: Database,
    private readonly weights: MatchingWeightsRepository,
    private readonly learning: LearningRepository,
  ) {}

  /** The same object for as long as it is up to date. */
  async current(): Promise<ModelInUse> {
    const state = await this.learning.stateOfModel(this.database);
    if (this.seen?.state !== state) this.seen = { state, model: await this.read() };
    return this.seen.model;
  }

  /** What was learnt of everybody; {@link UNTAUGHT} before the first fold. Holds no organization. */
  async learned(): Promise<LearnedModel> {
    return (await this.learning.lastPromoted(this.database)) ?? UNTAUGHT;
  }

  /** The numbers before learning: those an administrator has put to use, or those we began with. */
  async base(): Promise<MatchSpec> {
    return (await this.weights.live(this.database))?.spec ?? DEFAULT_SPEC;
  }

  private async read(): Promise<ModelInUse> {
    const base = await this.base();
    const learned = await this.learned();
    const organizations = await this.learning.corrections(this.database);
    const spec = learnedSpec(base, learned);
    return { spec, version: spec.version, organizations };
  }
}
