export { AcceptInvitation } from './app/accept-invitation.js';
export { CaseLibrary, type LearntCase } from './app/case-library.js';
export {
  CONFLICT_CODES,
  type ConflictCode,
  ConsultingDeskReader,
  type ExpertStanding,
} from './app/consulting-desk.reader.js';
export { ConsultingMoves } from './app/consulting-moves.js';
export { ConsultingRequestsReader } from './app/consulting-requests.reader.js';
export {
  CreateConsultingRequest,
  type CreateConsultingRequestInput,
} from './app/create-consulting-request.js';
export { CurrencyRates } from './app/currency-rates.js';
export { EditConsultingRequest } from './app/edit-consulting-request.js';
export { ExpertInvitationsReader } from './app/expert-invitations.reader.js';
export { InviteExperts } from './app/invite-experts.js';
export { RequestAudience } from './app/request-audience.js';
export { SelectQuote } from './app/select-quote.js';
export { type SelectedQuote, SelectedQuotes } from './app/selected-quotes.js';
export { SubmitConsultingRequest } from './app/submit-consulting-request.js';
export { WriteQuote } from './app/write-quote.js';
export { ConsultingModule } from './consulting.module.js';
export {
  type ConsultingKind,
  type ConsultingMode,
  type ConsultingRequest,
  type ConsultingRequestContent,
  type CostBearer,
  isForConsultants,
} from './domain/consulting-request.js';
export { invitationTransitions } from './domain/invitation-states.js';
export type { CurrencyRate } from './domain/conversion.js';
export type { QuoteContent, QuoteDeliverable } from './domain/quote.js';
export { quoteTransitions } from './domain/quote-states.js';
export { type ConsultingRequestState, consultingRequestTransitions } from './domain/request-states.js';
