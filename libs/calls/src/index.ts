export { CallClock } from './app/call-clock.js';
export { CallFollowers } from './app/call-followers.js';
export { CallMoves } from './app/call-moves.js';
export { CallStages } from './app/call-stages.js';
export { CallTermsReader } from './app/call-terms.reader.js';
export { CallTitlesReader } from './app/call-titles.reader.js';
export { ChangeCall } from './app/change-call.js';
export { CreateCall, type CreateCallInput } from './app/create-call.js';
export { EditCall } from './app/edit-call.js';
export { PublishCall } from './app/publish-call.js';
export type { CallState } from './domain/call-states.js';
export { unmetRules } from './domain/eligibility.js';
export {
  type CallTerms,
  type ConflictRule,
  type Criterion,
  criteriaOf,
  type EligibilityRule,
  type FormQuestion,
  type QuestionKind,
  type Quota,
  type StageKey,
  type StageTerms,
} from './domain/call-terms.js';
export { CallsModule } from './calls.module.js';
