import { Module } from '@nestjs/common';
import { CallsModule } from '#libs/calls';
import { featureEntities } from '#libs/platform/database';
import { OrganizationsModule } from '#libs/organizations';
import { PdfModule } from '#libs/platform/pdf';
import { VocabularyModule } from '#libs/vocabulary';
import { CreateProposal } from './app/create-proposal.js';
import { EditProposal } from './app/edit-proposal.js';
import { MergeProposals } from './app/merge-proposals.js';
import { ProposalAccess } from './app/proposal-access.js';
import { ProposalsData } from './app/proposals-data.js';
import { ProposalMoves } from './app/proposal-moves.js';
import { ProposalSteps } from './app/proposal-steps.js';
import { ProposalsOfCall } from './app/proposals-of-call.js';
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
import { ProposalPartnerEntity } from './data/proposal-partner.entity.js';
import { ProposalStepEntity } from './data/proposal-step.entity.js';
import { ProposalStepRepository } from './data/proposal-step.repository.js';
import { ProposalVersionEntity } from './data/proposal-version.entity.js';
import { ProposalEntity } from './data/proposal.entity.js';
import { ProposalRepository } from './data/proposal.repository.js';

const VERBS = [CreateProposal, EditProposal, SubmitProposal, WithdrawProposal, PrintProposal];

const DOORS = [ProposalMoves, ProposalsOfCall, SubmittedVersions];
const ENTITIES = [
  ProposalEntity,
  ProposalVersionEntity,
  ProposalStepEntity,
  ProposalPartnerEntity,
  ProposalCoauthorEntity,
  ProposalLetterEntity,
  ProposalAnnexEntity,
];
const REPOSITORIES = [
  ProposalRepository,
  ProposalStepRepository,
  CalledProposalRepository,
  PartnerRepository,
  LetterRepository,
];

@Module({
  imports: [featureEntities(ENTITIES), OrganizationsModule, VocabularyModule, CallsModule, PdfModule],
  providers: [
    ...REPOSITORIES,
    ProposalAccess,
    ProposalSteps,
    ProposalsData,
    MergeProposals,
    ProposalsReader,
    ...DOORS,
    ...VERBS,
  ],
  exports: [ProposalsReader, ...DOORS, ...VERBS],
})
export class ProposalsModule {}
