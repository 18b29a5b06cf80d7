export { AdmissionModule } from './admission.module.js';
export { ApplyDecision } from './app/apply-decision.js';
export { RecommendationsReader, type ShownRecommendation } from './app/recommendations.reader.js';
export { ReleaseReviews, type ReviewersOf } from './app/release-reviews.js';
export { WatchRecommendations } from './app/watch-recommendations.js';
export {
  type ApplicantKind,
  type Application,
  applicationTransitions,
  type ApplicationState,
} from './domain/application.js';
export { recommendationTransitions } from './domain/recommendation.js';
export { reviewTransitions } from './domain/application-review.js';
