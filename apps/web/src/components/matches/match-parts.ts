/** What a match shows once somebody looks deeper, writes, answers or thinks again: one chunk, loaded then. */
export { InterestForm } from './interest-form.js';
export { OpenInterest } from './interest-parts.js';
export { MatchDepth } from './match-depth.js';
export { UndoDismissal } from './undo-dismissal.js';
