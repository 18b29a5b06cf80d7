import { Injectable } from '@nestjs/common';
import { type Actor, NotFound } from '#libs/kernel';
import type { FeatureCode } from '#libs/matching';
import { Database } from '#libs/platform/database';
import { LearningRepository } from '../../data/learning.repository.js';
import { type OrganizationLearning, unlearned } from '../../domain/learning.js';

/** What was learnt about one organization, and whether the reader may let it be forgotten. */
export interface LearnedAbout {
  readonly learning: OrganizationLearning;
  /** The strongest first. */
  readonly features: readonly { readonly code: FeatureCode; readonly correction: number }[];
}

/** What an organization may see of what its answers have taught. Nobody else sees it. */
@Injectable()
export class LearningReader {
  constructor(
    private readonly database: Database,
    private readonly learning: LearningRepository,
  ) {}

  /** @throws NotFound for everybody else's organization, as for one that does not exist */
  async of(actor: Actor, organizationId: string): Promise<LearnedAbout> {
    if (actor.organization?.id !== organizationId) throw new NotFound();
    const learning = (await this.learning.find(this.database, organizationId)) ?? unlearned(organizationId);
    const features = Object.entries(learning.corrections)
      .map(([code, correction]) => ({ code: code as FeatureCode, correction }))
      .sort((a, b) => Math.abs(b.correction) - Math.abs(a.correction) || (a.code < b.code ? -1 : 1));
    return { learning, features };
  }
}
