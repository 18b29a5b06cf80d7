import { defineTransitions } from '#libs/kernel';

export const RECOMMENDATION_STATES = [
  'requested',
  'given',
  'declined',
  'expired',
  'cancelled',
  'revoked',
] as const;
export type RecommendationState = (typeof RECOMMENDATION_STATES)[number];
export type RecommendationVerb = 'give' | 'decline' | 'expire' | 'cancel' | 'revoke';

/** Days a recommender has to answer, and the day it is reminded. */
export const ANSWER_WITHIN_DAYS = 14;
export const REMIND_AFTER_DAYS = 7;

/** Kinds of organization that may recommend: member cities and businesses. */
export const RECOMMENDER_KINDS: readonly string[] = ['city', 'sme', 'consultancy', 'partner'];

/** One organization vouches for another, under its own name. */
export const recommendationTransitions = defineTransitions<RecommendationState, RecommendationVerb>({
  feature: 'recommendation',
  initial: 'requested',
  states: RECOMMENDATION_STATES,
  transitions: {
    give: {
      from: ['requested'],
      to: 'given',
      actor: 'an officer of the recommender',
      event: 'recommendation.given',
    },
    decline: {
      from: ['requested'],
      to: 'declined',
      actor: 'an officer of the recommender',
      event: 'recommendation.declined',
    },
    expire: { from: ['requested'], to: 'expired', actor: 'the system', event: 'recommendation.expired' },
    cancel: { from: ['requested'], to: 'cancelled', actor: 'an owner of the applicant' },
    revoke: {
      from: ['given'],
      to: 'revoked',
      actor: 'an officer of the recommender',
      event: 'recommendation.revoked',
    },
  },
});

/** A recommendation, asked for or given. */
export interface Recommendation {
  readonly id: string;
  /** Who is asked to recommend. */
  readonly organizationId: string;
  /** Who is to be recommended. */
  readonly applicantId: string;
  readonly applicationId: string;
  readonly state: RecommendationState;
  /** What the recommender says of the applicant, for all members to read. */
  readonly statement: string | null;
  /** Why it declined or took it back; for the secretariat and the applicant. */
  readonly reason: string | null;
  /** BCP 47 of statement and reason. */
  readonly language: string | null;
  readonly requestedAt: Date;
  readonly dueAt: Date;
  readonly answeredAt: Date | null;
  readonly revokedAt: Date | null;
  readonly version: number;
}

/** A recommendation that stands, as members see it. */
export interface StandingRecommendation {
  readonly id: string;
  readonly organizationId: string;
  readonly applicantId: string;
  readonly statement: string | null;
  readonly language: string | null;
  readonly givenAt: Date;
}

/** What makes an organization fit to recommend an applicant. */
export interface RecommenderFacts {
  readonly kind: string;
  readonly isActive: boolean;
  readonly isApplicant: boolean;
  /** Somebody has a seat in both. */
  readonly sharesPerson: boolean;
}

export type RecommenderRefusal =
  'application/recommender-unknown' | 'application/recommender-not-independent';

/**
 * Why an organization may not recommend, or null. What is no active member and what does not exist are one
 * answer, so that nobody learns who else has applied.
 */
export function recommenderRefusal(facts: RecommenderFacts): RecommenderRefusal | null {
  if (facts.isApplicant) return 'application/recommender-not-independent';
  if (!facts.isActive || !RECOMMENDER_KINDS.includes(facts.kind)) return 'application/recommender-unknown';
  return facts.sharesPerson ? 'application/recommender-not-independent' : null;
}
