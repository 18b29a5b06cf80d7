export { type AnnexOf, AnnexReader, AnnexReaders } from './app/annex-readers.js';
export { ConsortiumReader } from './app/consortium.reader.js';
export { CreateProposal, type CreateProposalInput } from './app/create-proposal.js';
export { DossierReader } from './app/dossier.reader.js';
export { EditDossier } from './app/edit-dossier.js';
export { EditProposal } from './app/edit-proposal.js';
export { ManagePartners } from './app/manage-partners.js';
export { ProposalAudience } from './app/proposal-audience.js';
export { ProposalKeeper, ProposalKeepers } from './app/proposal-keepers.js';
export { ProposalsReader } from './app/proposals.reader.js';
export { SignOffProposal } from './app/sign-off-proposal.js';
export { SubmitProposal } from './app/submit-proposal.js';
export { TakePart } from './app/take-part.js';
export { WithdrawProposal } from './app/withdraw-proposal.js';
export { type AskedFor, ProposalMoves } from './app/proposal-moves.js';
export { type ProposalOfCall, ProposalsOfCall } from './app/proposals-of-call.js';
export type { StepWords } from './app/proposal-steps.js';
export { SubmittedVersions } from './app/submitted-versions.js';
export * from './domain/dossier.js';
export {
  isDecided,
  PROPOSAL_STATES,
  type ProposalDecision,
  type ProposalState,
  PUBLIC_PROPOSAL_STATES,
  type PublicProposalState,
  publicState,
} from './domain/proposal-states.js';
export {
  type CallOfProposal,
  type FrozenContent,
  type Proposal,
  type ProposalContent,
  type ProposalVersion,
  type SubmissionReceipt,
} from './domain/proposal.js';
export { ProposalsModule } from './proposals.module.js';
