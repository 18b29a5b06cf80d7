import { Module } from '@nestjs/common';
import { CallsModule } from '#libs/calls';
import { IdentityModule } from '#libs/identity';
import { OrganizationsModule } from '#libs/organizations';
import { featureEntities } from '#libs/platform/database';
import { PdfModule } from '#libs/platform/pdf';
import { ProposalsModule } from '#libs/proposals';
import { AfterReview } from './app/after-review.js';
import { AnswerReview } from './app/answer-review.js';
import { AskReviewers } from './app/ask-reviewers.js';
import { AssignmentReader } from './app/assignment.reader.js';
import { BlindReviewers } from './app/blind-reviewers.js';
import { ConfirmAssignment } from './app/confirm-assignment.js';
import { DecideProposal } from './app/decide-proposal.js';
import { DecisionSheetReader } from './app/decision-sheet.reader.js';
import { DeskAccess } from './app/desk-access.js';
import { DiscussProposal } from './app/discuss-proposal.js';
import { EndReview } from './app/end-review.js';
import { ExpireReviews } from './app/expire-reviews.js';
import { ExportSheet } from './app/export-sheet.js';
import { KeepPool } from './app/keep-pool.js';
import { LeadPanel } from './app/lead-panel.js';
import { FulfilConditions } from './app/fulfil-conditions.js';
import { MergeReviews } from './app/merge-reviews.js';
import { PanelFlow } from './app/panel-flow.js';
import { PanelReader } from './app/panel.reader.js';
import { PanelRecords } from './app/panel-records.js';
import { ProposalOutcomeReader } from './app/proposal-outcome.reader.js';
import { PromoteProposal } from './app/promote-proposal.js';
import { ReviewerCandidatesReader } from './app/reviewer-candidates.reader.js';
import { ReviewersAnnexes } from './app/reviewers-annexes.js';
import { ReadableProposalsLoader } from './app/readable-proposals.loader.js';
import { ReleaseBatch } from './app/release-batch.js';
import { ReleaseDecisions } from './app/release-decisions.js';
import { ReleaseDuties } from './app/release-duties.js';
import { ReviewAccess } from './app/review-access.js';
import { ReviewMoves } from './app/review-moves.js';
import { ReviewsData } from './app/reviews-data.js';
import { ReviewsReader } from './app/reviews.reader.js';
import { SaveReview } from './app/save-review.js';
import { ScreenProposal } from './app/screen-proposal.js';
import { SubmitReview } from './app/submit-review.js';
import { TellReviewers } from './app/tell-reviewers.js';
import { TiesLoader } from './app/ties.loader.js';
import { WatchReviews } from './app/watch-reviews.js';
import { CallReviewerEntity } from './data/call-reviewer.entity.js';
import { DecisionBatchEntity } from './data/decision-batch.entity.js';
import { DecisionRepository } from './data/decision.repository.js';
import { PanelRepository } from './data/panel.repository.js';
import { ProposalDecisionEntity } from './data/proposal-decision.entity.js';
import { ProposalReviewEntity } from './data/proposal-review.entity.js';
import { ReviewCommentEntity } from './data/review-comment.entity.js';
import { ReviewStepEntity } from './data/review-step.entity.js';
import { ReviewRepository } from './data/review.repository.js';
import { ReviewerRepository } from './data/reviewer.repository.js';
import { ReviewsOfPersonRepository } from './data/reviews-of-person.repository.js';

const REPOSITORIES = [
  DecisionRepository,
  PanelRepository,
  ReviewRepository,
  ReviewerRepository,
  ReviewsOfPersonRepository,
];
const READERS = [
  AssignmentReader,
  DecisionSheetReader,
  PanelReader,
  ProposalOutcomeReader,
  ReviewerCandidatesReader,
  ReviewsReader,
];
/** Parts that several verbs share. */
const PARTS = [
  AfterReview,
  AskReviewers,
  DeskAccess,
  EndReview,
  PanelFlow,
  PanelRecords,
  ReadableProposalsLoader,
  ReleaseBatch,
  ReviewAccess,
  ReviewMoves,
  TellReviewers,
  TiesLoader,
];
const VERBS = [
  AnswerReview,
  ConfirmAssignment,
  DecideProposal,
  DiscussProposal,
  ExpireReviews,
  FulfilConditions,
  PromoteProposal,
  ExportSheet,
  KeepPool,
  LeadPanel,
  ReleaseDecisions,
  ReleaseDuties,
  SaveReview,
  ScreenProposal,
  SubmitReview,
  WatchReviews,
];

/** Review and decision of the proposals of a call. */
@Module({
  imports: [
    featureEntities([
      CallReviewerEntity,
      ProposalReviewEntity,
      ReviewCommentEntity,
      ReviewStepEntity,
      DecisionBatchEntity,
      ProposalDecisionEntity,
    ]),
    CallsModule,
    IdentityModule,
    OrganizationsModule,
    PdfModule,
    ProposalsModule,
  ],
  providers: [
    ...REPOSITORIES,
    ...PARTS,
    ...READERS,
    ...VERBS,
    ReviewsData,
    MergeReviews,
    BlindReviewers,
    ReviewersAnnexes,
  ],
  exports: [...READERS, ...VERBS],
})
export class ReviewsModule {}
