import { Global, Module } from '@nestjs/common';
import { IdentityModule } from '#libs/identity';
import { ContactQuota } from '#libs/matchmaking';
import { OrganizationsModule } from '#libs/organizations';
import { featureEntities } from '#libs/platform/database';
import { FilesModule } from '#libs/platform/files';
import { ProposalsModule } from '#libs/proposals';
import { AdmissionData } from './app/admission-data.js';
import { AdmissionOfPersonRepository } from './data/admission-of-person.repository.js';
import { AnswerQuestion } from './app/answer-question.js';
import { AppealRejection } from './app/appeal-rejection.js';
import { ApplicationAccess } from './app/application-access.js';
import { Applicants } from './app/applicants.js';
import { ApplicationDetails } from './app/application-details.js';
import { ApplicationMoves } from './app/application-moves.js';
import { ApplicationRecords } from './app/application-records.js';
import { ApplicationsReader } from './app/applications.reader.js';
import { ApplyDecision } from './app/apply-decision.js';
import { AssignReviewer } from './app/assign-reviewer.js';
import { DecideApplication } from './app/decide-application.js';
import { DeclineRecommendation } from './app/decline-recommendation.js';
import { DeclineReview } from './app/decline-review.js';
import { DuplicateCheck } from './app/duplicate-check.js';
import { EditApplication } from './app/edit-application.js';
import { Entry } from './app/entry.js';
import { GiveRecommendation } from './app/give-recommendation.js';
import { MergeAdmission } from './app/merge-admission.js';
import { AdmissionMergeRepository } from './data/admission-merge.repository.js';
import { NameRecommender } from './app/name-recommender.js';
import { NewcomerQuota } from './app/newcomer-quota.js';
import { RecommendationAccess } from './app/recommendation-access.js';
import { RecommendationRequests } from './app/recommendation-requests.js';
import { RecommendationsReader } from './app/recommendations.reader.js';
import { RegistrationDocument } from './app/registration-document.js';
import { ReviewAccess } from './app/review-access.js';
import { ReviewsReader } from './app/reviews.reader.js';
import { ReleaseReviews } from './app/release-reviews.js';
import { RevokeRecommendation } from './app/revoke-recommendation.js';
import { Stakes } from './app/stakes.js';
import { StartApplication } from './app/start-application.js';
import { SubmissionGuards } from './app/submission-guards.js';
import { SubmitApplication } from './app/submit-application.js';
import { SubmitReview } from './app/submit-review.js';
import { UndoDecision } from './app/undo-decision.js';
import { WatchRecommendations } from './app/watch-recommendations.js';
import { WithdrawApplication } from './app/withdraw-application.js';
import { ApplicationDecisionEntity } from './data/application-decision.entity.js';
import { ApplicationFindingEntity } from './data/application-finding.entity.js';
import { ApplicationReviewEntity } from './data/application-review.entity.js';
import { ApplicationStepEntity } from './data/application-step.entity.js';
import { ApplicationRepository } from './data/application.repository.js';
import { DecisionRepository } from './data/decision.repository.js';
import { FindingRepository } from './data/finding.repository.js';
import { MembershipApplicationEntity } from './data/membership-application.entity.js';
import { RecommendationEntity } from './data/recommendation.entity.js';
import { RecommendationRepository } from './data/recommendation.repository.js';
import { ReviewRepository } from './data/review.repository.js';

const REPOSITORIES = [
  AdmissionMergeRepository,
  ApplicationRepository,
  DecisionRepository,
  FindingRepository,
  RecommendationRepository,
  ReviewRepository,
];
const ACCESS = [ApplicationAccess, RecommendationAccess, ReviewAccess];
const READERS = [ApplicationsReader, RecommendationsReader, ReviewsReader];
/** Parts that several verbs share. */
const PARTS = [
  MergeAdmission,
  Applicants,
  ApplicationDetails,
  ApplicationMoves,
  ApplicationRecords,
  DuplicateCheck,
  Entry,
  RecommendationRequests,
  Stakes,
  SubmissionGuards,
];
const VERBS = [
  AnswerQuestion,
  AppealRejection,
  ApplyDecision,
  AssignReviewer,
  DecideApplication,
  DeclineRecommendation,
  DeclineReview,
  EditApplication,
  GiveRecommendation,
  NameRecommender,
  ReleaseReviews,
  RevokeRecommendation,
  StartApplication,
  SubmitApplication,
  SubmitReview,
  UndoDecision,
  WatchRecommendations,
  WithdrawApplication,
];

/** Becoming a participant of TTN. Global because matchmaking asks it how often newcomers may show interest. */
@Global()
@Module({
  imports: [
    featureEntities([
      MembershipApplicationEntity,
      ApplicationStepEntity,
      ApplicationFindingEntity,
      ApplicationDecisionEntity,
      RecommendationEntity,
      ApplicationReviewEntity,
    ]),
    FilesModule,
    IdentityModule,
    OrganizationsModule,
    ProposalsModule,
  ],
  providers: [
    ...REPOSITORIES,
    ...ACCESS,
    ...PARTS,
    ...READERS,
    ...VERBS,
    AdmissionOfPersonRepository,
    AdmissionData,
    RegistrationDocument,
    { provide: ContactQuota, useClass: NewcomerQuota },
  ],
  exports: [...READERS, ...VERBS, ContactQuota],
})
export class AdmissionModule {}
