import { ApiProperty } from '@nestjs/swagger';
import type { DetailedReview, ListedReview } from '../app/reviews.reader.js';
import type { Review } from '../domain/review.js';
import { REVIEW_STATES, type ReviewState } from '../domain/review-states.js';
import { ReadableProposalResponse, toReadable } from './readable-proposal.dto.js';

const BECAUSE = ['quorum', 'spread', 'revision'] as const;

export class CriterionScoreResponse {
  key: string;
  score: number;
}

/** A duty to review one proposal. */
export class ProposalReviewResponse {
  id: string;
  callId: string;
  callTitle: string;
  /** Who runs the call. */
  callRunner: string;
  isBlind: boolean;
  /** Of the proposal; in a blind round without names. Null once the duty was given back. */
  title: string | null;
  @ApiProperty({ enum: REVIEW_STATES })
  state: ReviewState;
  /** Why you are asked: for the quorum, because scores lie far apart, or for a revised version. */
  @ApiProperty({ enum: BECAUSE })
  because: (typeof BECAUSE)[number];
  round: number;
  @ApiProperty({ format: 'date-time' })
  dueAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  submittedAt: string | null;
  /** 0 to 100, once it is in. */
  @ApiProperty({ type: Number, nullable: true })
  total: number | null;
  version: number;
}

export class ProposalReviewPageResponse {
  items: ProposalReviewResponse[];
  nextCursor: string | null;
}

export class ScoreAnchorOfReviewResponse {
  score: number;
  words: string;
}

export class ReviewCriterionResponse {
  key: string;
  title: string;
  /** Percent. */
  weight: number;
  min: number;
  max: number;
  anchors: ScoreAnchorOfReviewResponse[];
}

export class OtherReviewResponse {
  /** A label: names of reviewers stay with the desk. */
  from: string;
  round: number;
  scores: CriterionScoreResponse[];
  total: number;
  comment: string | null;
  note: string | null;
  language: string | null;
}

export class PanelCommentResponse {
  id: string;
  /** `chair`, `own` or a label of a reviewer; a name for the desk. */
  from: string;
  body: string;
  language: string;
  @ApiProperty({ format: 'date-time' })
  createdAt: string;
}

export class ReviewAbilitiesResponse {
  accept: boolean;
  giveBack: boolean;
  write: boolean;
  discuss: boolean;
}

export class ProposalReviewDetailResponse extends ProposalReviewResponse {
  scores: CriterionScoreResponse[];
  comment: string | null;
  note: string | null;
  language: string | null;
  criteria: ReviewCriterionResponse[];
  /** BCP 47 of the criteria. */
  criteriaLanguage: string;
  /** Null once the duty was given back. */
  @ApiProperty({ type: ReadableProposalResponse, nullable: true })
  proposal: ReadableProposalResponse | null;
  /** What was reviewed in the round before, where there was one. */
  @ApiProperty({ type: ReadableProposalResponse, nullable: true })
  previous: ReadableProposalResponse | null;
  /** Empty until your own review is in. */
  others: OtherReviewResponse[];
  /** Empty until your own review is in. */
  comments: PanelCommentResponse[];
  abilities: ReviewAbilitiesResponse;
}

export function toReview({ review, call, runner, title }: ListedReview): ProposalReviewResponse {
  const { id, callId, state, because, round, dueAt, submittedAt, total, version } = review;
  return {
    id,
    callId,
    callTitle: call.terms.title,
    callRunner: runner?.name ?? '',
    isBlind: call.terms.isBlind,
    title,
    state,
    because,
    round,
    dueAt: dueAt.toISOString(),
    submittedAt: submittedAt?.toISOString() ?? null,
    total,
    version,
  };
}

export function toReviewDetail(detailed: DetailedReview): ProposalReviewDetailResponse {
  const { review, call, proposal, previous, others, comments } = detailed;
  const { state, comment, note, language } = review;
  const isOpen = state === 'assigned' || state === 'accepted';
  return {
    ...toReview(detailed),
    scores: toScores(review),
    comment,
    note,
    language,
    criteria: call.criteria.map(({ anchors, ...criterion }) => ({ ...criterion, anchors: [...anchors] })),
    criteriaLanguage: call.terms.language,
    proposal: proposal && toReadable(proposal),
    previous: previous && toReadable(previous),
    others: others.map((other) => ({
      from: other.from,
      round: other.round,
      scores: toScores(other),
      total: other.total ?? 0,
      comment: other.comment,
      note: other.note,
      language: other.language,
    })),
    comments: comments.map((one) => ({ ...one, createdAt: one.createdAt.toISOString() })),
    abilities: {
      accept: state === 'assigned',
      giveBack: isOpen,
      write: state === 'accepted',
      discuss: state === 'submitted',
    },
  };
}

export function toScores({ scores }: Pick<Review, 'scores'>): CriterionScoreResponse[] {
  return Object.entries(scores).map(([key, score]) => ({ key, score }));
}
