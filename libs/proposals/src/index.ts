export { CreateProposal, type CreateProposalInput } from './app/create-proposal.js';
export { EditProposal } from './app/edit-proposal.js';
export { ProposalAudience } from './app/proposal-audience.js';
export { ProposalsReader } from './app/proposals.reader.js';
export { SubmitProposal } from './app/submit-proposal.js';
export { WithdrawProposal } from './app/withdraw-proposal.js';
export {
  type Proposal,
  type ProposalContent,
  type ProposalState,
  type ProposalVersion,
  type SubmissionReceipt,
} from './domain/proposal.js';
export { ProposalsModule } from './proposals.module.js';
