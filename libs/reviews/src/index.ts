export { AssignmentReader } from './app/assignment.reader.js';
export { ConfirmAssignment } from './app/confirm-assignment.js';
export { DecisionSheetReader } from './app/decision-sheet.reader.js';
export { ProposalOutcomeReader } from './app/proposal-outcome.reader.js';
export { batchTransitions } from './domain/decision-batch.js';
export { reviewTransitions } from './domain/review-states.js';
export { ReviewsModule } from './reviews.module.js';
