import { defineTransitions } from '#libs/kernel';

/** Reviews an entry proposal needs before the secretariat takes it up. */
export const REVIEWS_NEEDED = 2;

/** What a reviewer scores, each 1 to 5; the anchors are worded in {@link SCORE_ANCHORS}. */
export const REVIEW_CRITERIA = ['novelty', 'market', 'smeBenefit'] as const;
export type ReviewCriterion = (typeof REVIEW_CRITERIA)[number];
export type Scores = Readonly<Record<ReviewCriterion, number>>;

export const MIN_SCORE = 1;
export const MAX_SCORE = 5;

export const REVIEW_STATES = ['assigned', 'submitted', 'declined'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

/** The duty of one person to review one entry proposal. */
export const reviewTransitions = defineTransitions<ReviewState, 'submit' | 'decline' | 'release'>({
  feature: 'application-review',
  initial: 'assigned',
  states: REVIEW_STATES,
  transitions: {
    submit: { from: ['assigned'], to: 'submitted', actor: 'the reviewer' },
    decline: {
      from: ['assigned'],
      to: 'declined',
      actor: 'the reviewer',
      event: 'application-review.declined',
    },
    release: {
      from: ['assigned'],
      to: 'declined',
      actor: 'the system, when the reviewer may not review any more',
      event: 'application-review.declined',
    },
  },
});

export interface ApplicationReview {
  readonly id: string;
  readonly applicationId: string;
  readonly personId: string;
  /** For which the reviewer acts. */
  readonly organizationId: string;
  readonly state: ReviewState;
  readonly scores: Scores | null;
  /** For the applicant. */
  readonly comment: string | null;
  /** For the secretariat alone. */
  readonly note: string | null;
  /** BCP 47 of comment and note. */
  readonly language: string | null;
  readonly assignedAt: Date;
  readonly submittedAt: Date | null;
  readonly version: number;
}

/** Who could be made a reviewer, and how they stand to the applicant. */
export interface ReviewerFacts {
  /** The person has a seat that lets them review, in an organization that takes part. */
  readonly canReview: boolean;
  /** The person sits in the applicant, or acts for it. */
  readonly sitsInApplicant: boolean;
  /** The person sits in the organization that was asked to recommend the applicant. */
  readonly sitsInRecommender: boolean;
}

export type ReviewerRefusal = 'application/reviewer-unknown' | 'application/reviewer-has-a-stake';

/** Why a person may not review, or null. */
export function reviewerRefusal(facts: ReviewerFacts): ReviewerRefusal | null {
  if (!facts.canReview) return 'application/reviewer-unknown';
  return facts.sitsInApplicant || facts.sitsInRecommender ? 'application/reviewer-has-a-stake' : null;
}

/** Whether enough reviews are in. */
export function isReviewed(reviews: readonly Pick<ApplicationReview, 'state'>[]): boolean {
  return reviews.filter(({ state }) => state === 'submitted').length >= REVIEWS_NEEDED;
}

/** Reviews that count against {@link REVIEWS_NEEDED}: done or still expected. */
export function countingReviews<Review extends Pick<ApplicationReview, 'state'>>(
  reviews: readonly Review[],
): Review[] {
  return reviews.filter(({ state }) => state !== 'declined');
}

/**
 * Reviews as one reviewer may see them: their own always, others' only once their own is in. Seeing scores before
 * would pull them towards each other.
 */
export function visibleTo(reviews: readonly ApplicationReview[], personId: string): ApplicationReview[] {
  const ownIsIn = reviews.some((review) => review.personId === personId && review.state === 'submitted');
  return reviews.filter(
    (review) => review.personId === personId || (ownIsIn && review.state === 'submitted'),
  );
}
