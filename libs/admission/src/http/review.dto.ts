import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { IsLanguageTag, IsWritten } from '#libs/platform/fields';
import type { SubmitReviewInput } from '../app/submit-review.js';
import type { DetailedReview } from '../app/reviews.reader.js';
import {
  type ApplicationReview,
  MAX_SCORE,
  MIN_SCORE,
  REVIEW_STATES,
  type ReviewState,
  type Scores,
} from '../domain/application-review.js';

const MAX_WORDS = 2_000;

/** 1 to 5 each; what the ends of each scale mean stands on the screen. */
export class ScoresDto implements Scores {
  /**
   * 1: already offered in member cities; 5: nothing like it is known there.
   * @example 4
   */
  @IsInt()
  @Min(MIN_SCORE)
  @Max(MAX_SCORE)
  novelty: number;

  /**
   * 1: no travellers named who would buy it; 5: opens a market that member cities do not reach today.
   * @example 3
   */
  @IsInt()
  @Min(MIN_SCORE)
  @Max(MAX_SCORE)
  market: number;

  /**
   * 1: serves the proposer alone; 5: brings business to many small firms in several cities.
   * @example 5
   */
  @IsInt()
  @Min(MIN_SCORE)
  @Max(MAX_SCORE)
  smeBenefit: number;
}

export class SubmitReviewDto {
  @ValidateNested()
  @Type(() => ScoresDto)
  @ApiProperty({ type: ScoresDto, example: { novelty: 4, market: 3, smeBenefit: 5 } })
  scores: ScoresDto;

  /**
   * For the applicant.
   * @example "Name the cities you would begin with."
   */
  @IsOptional()
  @IsWritten(0, MAX_WORDS)
  comment?: string | null;

  /**
   * For the secretariat alone.
   * @example "Strong team."
   */
  @IsOptional()
  @IsWritten(0, MAX_WORDS)
  note?: string | null;

  /**
   * BCP 47 of comment and note.
   * @example en
   */
  @IsLanguageTag()
  language: string;
}

export class ScoresResponse {
  novelty: number;
  market: number;
  smeBenefit: number;
}

export class ApplicationReviewResponse {
  id: string;

  @ApiProperty({ enum: REVIEW_STATES })
  state: ReviewState;
  /** Name of the reviewer, for the secretariat; else null. */
  person: string | null;
  /** Name of the organization the reviewer acts for, for the secretariat; else null. */
  organization: string | null;

  @ApiProperty({ type: ScoresResponse, nullable: true })
  scores: ScoresResponse | null;
  comment: string | null;
  /** For the secretariat, and for who wrote it; else null. */
  note: string | null;
  language: string | null;
  assignedAt: string;
  submittedAt: string | null;
}

/** The entry proposal as it was handed in. */
export class ReviewedProposalResponse {
  title: string;
  language: string;
  summary: string | null;
  partnersSought: string | null;
  /** Taxonomy codes. */
  themes: string[];
  collaboration: string[];
}

/** A duty of the reader. */
export class OwnReviewResponse extends ApplicationReviewResponse {
  /** Name of the applicant. */
  applicant: string;

  @ApiProperty({ type: ReviewedProposalResponse, nullable: true })
  proposal: ReviewedProposalResponse | null;
  /** The application waits for this review. */
  open: boolean;

  /** What the other reviewers wrote, once your own review is in. */
  @ApiProperty({ type: [ApplicationReviewResponse] })
  others: ApplicationReviewResponse[];
  /** Also the ETag. */
  version: number;
}

export class OwnReviewPageResponse {
  @ApiProperty({ type: [OwnReviewResponse] })
  items: OwnReviewResponse[];
  nextCursor: string | null;
}

export function toReviewInput({ scores, comment, note, language }: SubmitReviewDto): SubmitReviewInput {
  const { novelty, market, smeBenefit } = scores;
  return {
    scores: { novelty, market, smeBenefit },
    comment: comment?.trim() ? comment : null,
    note: note?.trim() ? note : null,
    language,
  };
}

export function toReviewResponse(
  review: ApplicationReview,
  shown: { person: string | null; organization: string | null; withNote: boolean },
): ApplicationReviewResponse {
  return {
    id: review.id,
    state: review.state,
    person: shown.person,
    organization: shown.organization,
    scores: review.scores,
    comment: review.comment,
    note: shown.withNote ? review.note : null,
    language: review.language,
    assignedAt: review.assignedAt.toISOString(),
    submittedAt: review.submittedAt?.toISOString() ?? null,
  };
}

export function toOwnReview({
  review,
  applicant,
  proposal,
  isOpen,
  others,
}: DetailedReview): OwnReviewResponse {
  const unnamed = { person: null, organization: null };
  return {
    ...toReviewResponse(review, { ...unnamed, withNote: true }),
    applicant: applicant?.name ?? '',
    proposal: proposal && {
      title: proposal.title,
      language: proposal.language,
      summary: proposal.summary,
      partnersSought: proposal.partnersSought,
      themes: [...proposal.themes],
      collaboration: [...proposal.collaboration],
    },
    open: isOpen && review.state === 'assigned',
    others: others.map((other) => toReviewResponse(other, { ...unnamed, withNote: false })),
    version: review.version,
  };
}
