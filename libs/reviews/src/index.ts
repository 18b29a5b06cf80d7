export { ProposalOutcomeReader } from './app/proposal-outcome.reader.js';
export { batchTransitions } from './domain/decision-batch.js';
export { reviewTransitions } from './domain/review-states.js';
export { ReviewsModule } from './reviews.module.js';
