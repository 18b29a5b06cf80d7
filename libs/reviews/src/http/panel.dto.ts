import { ApiProperty } from '@nestjs/swagger';
import { PROPOSAL_STATES, type ProposalState } from '#libs/proposals';
import type { DeskPanel } from '../app/panel.reader.js';
import { REVIEW_STATES, type ReviewState } from '../domain/review-states.js';
import { ReadableProposalResponse, toReadable } from './readable-proposal.dto.js';
import { CriterionScoreResponse, PanelCommentResponse, toScores } from './review-response.dto.js';

export class DeskReviewResponse {
  id: string;
  reviewer: string;
  organization: string;
  round: number;
  @ApiProperty({ enum: ['quorum', 'spread', 'revision'] })
  because: 'quorum' | 'spread' | 'revision';
  @ApiProperty({ enum: REVIEW_STATES })
  state: ReviewState;
  /** Why it was given back. */
  reason: string | null;
  scores: CriterionScoreResponse[];
  @ApiProperty({ type: Number, nullable: true })
  total: number | null;
  comment: string | null;
  note: string | null;
  language: string | null;
  @ApiProperty({ format: 'date-time' })
  dueAt: string;
}

export class DeskStepResponse {
  id: string;
  verb: string;
  @ApiProperty({ type: Number, nullable: true })
  ruleNumber: number | null;
  fields: string[];
  words: string | null;
  language: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  dueAt: string | null;
  @ApiProperty({ format: 'date-time' })
  at: string;
}

export class PanelAbilitiesResponse {
  screen: boolean;
  readmit: boolean;
  requestRevision: boolean;
  makeReady: boolean;
  fulfil: boolean;
}

/** One proposal on the desk. */
export class ReviewPanelResponse {
  proposalId: string;
  @ApiProperty({ enum: PROPOSAL_STATES })
  state: ProposalState;
  content: ReadableProposalResponse;
  reviews: DeskReviewResponse[];
  comments: PanelCommentResponse[];
  steps: DeskStepResponse[];
  abilities: PanelAbilitiesResponse;
  /** Of the proposal. */
  version: number;
}

export function toPanel({
  proposal,
  content,
  reviews,
  comments,
  steps,
  abilities,
}: DeskPanel): ReviewPanelResponse {
  return {
    proposalId: proposal.id,
    state: proposal.state,
    content: toReadable(content),
    reviews: reviews.map((review) => ({
      id: review.id,
      reviewer: review.reviewer,
      organization: review.organization,
      round: review.round,
      because: review.because,
      state: review.state,
      reason: review.reason,
      // What somebody is still writing is their own.
      scores: review.state === 'submitted' ? toScores(review) : [],
      total: review.total,
      comment: review.state === 'submitted' ? review.comment : null,
      note: review.state === 'submitted' ? review.note : null,
      language: review.language,
      dueAt: review.dueAt.toISOString(),
    })),
    comments: comments.map(({ id, author, reviewerId, body, language, createdAt }) => ({
      id,
      from: reviewerId === null ? 'chair' : author,
      body,
      language,
      createdAt: createdAt.toISOString(),
    })),
    steps: steps.map(({ id, verb, ruleNumber, fields, words, language, dueAt, at }) => ({
      id,
      verb,
      ruleNumber,
      fields: [...fields],
      words,
      language,
      dueAt: dueAt?.toISOString() ?? null,
      at: at.toISOString(),
    })),
    abilities,
    version: proposal.version,
  };
}
