import { ApiProperty } from '@nestjs/swagger';
import type { Actor } from '#libs/kernel';
import { type FeatureCode, REASON_CODES } from '#libs/matching';
import type { LearnedAbout } from '../app/learning/learning.reader.js';

const FEATURES = REASON_CODES.filter((code): code is FeatureCode => code !== 'named_in_text');

/** A feature that counts otherwise in the organization's own lists. */
export class LearntFeatureResponse {
  @ApiProperty({ enum: FEATURES, example: 'place_sought' })
  code: FeatureCode;

  /**
   * Above 0 it matters more than assumed, below 0 less; −1 to 1.
   * @example 0.3
   */
  correction: number;
}

export class LearningAbilitiesResponse {
  reset: boolean;
}

/** What an organization's own answers have taught its lists. */
export class LearningResponse {
  organizationId: string;

  /** The strongest first; empty when its lists are drawn as everybody's. */
  features: LearntFeatureResponse[];

  /** How many of its answers were learnt from since it was last reset. */
  @ApiProperty({ type: 'integer' })
  answers: number;

  /** RFC 3339, UTC; null when nothing was learnt. */
  learnedAt: string | null;

  /** When the organization last let it be forgotten. */
  resetAt: string | null;

  /** Also the ETag; 0 when nothing was ever learnt. */
  version: number;
  abilities: LearningAbilitiesResponse;
}

export function toLearningResponse(actor: Actor, { learning, features }: LearnedAbout): LearningResponse {
  const { organizationId, answers, learnedAt, resetAt, version } = learning;
  return {
    organizationId,
    features: features.map(({ code, correction }) => ({ code, correction })),
    answers,
    learnedAt: learnedAt?.toISOString() ?? null,
    resetAt: resetAt?.toISOString() ?? null,
    version,
    abilities: { reset: actor.permissions.has('learning.reset') },
  };
}
