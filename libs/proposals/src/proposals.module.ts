import { Module } from '@nestjs/common';
import { CallsModule } from '#libs/calls';
import { IdentityModule } from '#libs/identity';
import { CoeditingModule } from '#libs/platform/coediting';
import { FilesModule } from '#libs/platform/files';
import { featureEntities } from '#libs/platform/database';
import { MessagingModule } from '#libs/messaging';
import { OrganizationsModule } from '#libs/organizations';
import { PdfModule } from '#libs/platform/pdf';
import { VocabularyModule } from '#libs/vocabulary';
import { CallEntry } from './app/call-entry.js';
import { ConsortiumRoom } from './app/consortium-room.js';
import { JoinConsortiumRoom } from './app/join-consortium-room.js';
import { ProposalFacts } from './app/proposal-facts.js';
import { ConsortiumReader } from './app/consortium.reader.js';
import { ConsortiumDesk } from './app/consortium-desk.js';
import { ConsortiumRows, DossierReader } from './app/dossier.reader.js';
import { EditDossier } from './app/edit-dossier.js';
import { ManagePartners } from './app/manage-partners.js';
import { TakePart } from './app/take-part.js';
import { PartnerSeats } from './app/partner-seats.js';
import { SignOffProposal } from './app/sign-off-proposal.js';
import { ManageCoauthors } from './app/manage-coauthors.js';
import { WriteAlong } from './app/write-along.js';
import { AskLetter } from './app/ask-letter.js';
import { SupportProposal } from './app/support-proposal.js';
import { CommentOnSection } from './app/comment-on-section.js';
import { SectionCommentsReader } from './app/section-comments.reader.js';
import { AttachAnnex } from './app/attach-annex.js';
import { AnnexReaders } from './app/annex-readers.js';
import { AnnexFiles } from './app/annex-files.js';
import { ProposalDocument } from './app/proposal-document.js';
import { ReopenProposal } from './app/reopen-proposal.js';
import { EndWaiting } from './app/end-waiting.js';
import { SubmissionFreezer } from './app/submission-freezer.js';
import { SubmissionCheck } from './app/submission-check.js';
import { HandedInContents } from './app/handed-in-contents.js';
import { SignedContents } from './app/signed-contents.js';
import { Signatures } from './app/signatures.js';
import { ProposalStoryReader } from './app/proposal-story.reader.js';
import { AnnexRepository } from './data/annex.repository.js';
import { CoauthorRepository } from './data/coauthor.repository.js';
import { DossierRepository } from './data/dossier.repository.js';
import { StandingRepository } from './data/standing.repository.js';
import { CreateProposal } from './app/create-proposal.js';
import { EditProposal } from './app/edit-proposal.js';
import { MergeProposals } from './app/merge-proposals.js';
import { ProposalAccess } from './app/proposal-access.js';
import { ProposalsData } from './app/proposals-data.js';
import { ProposalKeepers } from './app/proposal-keepers.js';
import { ProposalMoves } from './app/proposal-moves.js';
import { ProposalSteps } from './app/proposal-steps.js';
import { ProposalsOfCall } from './app/proposals-of-call.js';
import { CompareVersions } from './app/compare/compare-versions.js';
import { NamesOfVersions } from './app/print/names-of-versions.js';
import { PrintProposal } from './app/print/print-proposal.js';
import { SubmittedVersions } from './app/submitted-versions.js';
import { ProposalsReader } from './app/proposals.reader.js';
import { SubmitProposal } from './app/submit-proposal.js';
import { WithdrawProposal } from './app/withdraw-proposal.js';
import { CalledProposalRepository } from './data/called-proposal.repository.js';
import { LetterRepository } from './data/letter.repository.js';
import { PartnerRepository } from './data/partner.repository.js';
import { ProposalAnnexEntity } from './data/proposal-annex.entity.js';
import { ProposalCoauthorEntity } from './data/proposal-coauthor.entity.js';
import { ProposalLetterEntity } from './data/proposal-letter.entity.js';
import { ProposalCommentEntity } from './data/proposal-comment.entity.js';
import { ProposalCommentRepository } from './data/proposal-comment.repository.js';
import { MergedConsortiumRepository } from './data/merged-consortium.repository.js';
import { ProposalPartnerEntity } from './data/proposal-partner.entity.js';
import { ProposalStepEntity } from './data/proposal-step.entity.js';
import { ProposalStepRepository } from './data/proposal-step.repository.js';
import { ProposalVersionEntity } from './data/proposal-version.entity.js';
import { ProposalEntity } from './data/proposal.entity.js';
import { ProposalRepository } from './data/proposal.repository.js';

const VERBS = [
  CreateProposal,
  EditProposal,
  EditDossier,
  SubmitProposal,
  WithdrawProposal,
  ReopenProposal,
  ManagePartners,
  TakePart,
  SignOffProposal,
  ManageCoauthors,
  WriteAlong,
  CommentOnSection,
  AskLetter,
  SupportProposal,
  AttachAnnex,
  EndWaiting,
  PrintProposal,
  CompareVersions,
];

const DOORS = [
  AnnexReaders,
  ConsortiumReader,
  ProposalKeepers,
  ProposalMoves,
  ProposalsOfCall,
  SubmittedVersions,
];
const ENTITIES = [
  ProposalEntity,
  ProposalVersionEntity,
  ProposalStepEntity,
  ProposalPartnerEntity,
  ProposalCoauthorEntity,
  ProposalLetterEntity,
  ProposalAnnexEntity,
  ProposalCommentEntity,
];
const REPOSITORIES = [
  ProposalRepository,
  ProposalStepRepository,
  CalledProposalRepository,
  PartnerRepository,
  LetterRepository,
  AnnexRepository,
  CoauthorRepository,
  ProposalCommentRepository,
  MergedConsortiumRepository,
  DossierRepository,
  StandingRepository,
];
const READERS = [ProposalsReader, DossierReader, ProposalStoryReader, SectionCommentsReader];

@Module({
  imports: [
    featureEntities(ENTITIES),
    CallsModule,
    CoeditingModule,
    FilesModule,
    IdentityModule,
    MessagingModule,
    OrganizationsModule,
    PdfModule,
    VocabularyModule,
  ],
  providers: [
    ...REPOSITORIES,
    ProposalAccess,
    ProposalSteps,
    ProposalsData,
    NamesOfVersions,
    MergeProposals,
    ProposalDocument,
    AnnexFiles,
    CallEntry,
    ConsortiumDesk,
    ConsortiumRoom,
    JoinConsortiumRoom,
    ProposalFacts,
    ConsortiumRows,
    PartnerSeats,
    HandedInContents,
    SignedContents,
    Signatures,
    SubmissionCheck,
    SubmissionFreezer,
    ...READERS,
    ...DOORS,
    ...VERBS,
  ],
  exports: [JoinConsortiumRoom, ...READERS, ...DOORS, ...VERBS],
})
export class ProposalsModule {}
