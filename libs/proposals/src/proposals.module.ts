import { Module } from '@nestjs/common';
import { featureEntities } from '#libs/platform/database';
import { VocabularyModule } from '#libs/vocabulary';
import { CreateProposal } from './app/create-proposal.js';
import { EditProposal } from './app/edit-proposal.js';
import { MergeProposals } from './app/merge-proposals.js';
import { ProposalAccess } from './app/proposal-access.js';
import { ProposalsData } from './app/proposals-data.js';
import { ProposalsReader } from './app/proposals.reader.js';
import { SubmitProposal } from './app/submit-proposal.js';
import { WithdrawProposal } from './app/withdraw-proposal.js';
import { ProposalVersionEntity } from './data/proposal-version.entity.js';
import { ProposalEntity } from './data/proposal.entity.js';
import { ProposalRepository } from './data/proposal.repository.js';

const VERBS = [CreateProposal, EditProposal, SubmitProposal, WithdrawProposal];

@Module({
  imports: [featureEntities([ProposalEntity, ProposalVersionEntity]), VocabularyModule],
  providers: [ProposalRepository, ProposalAccess, ProposalsData, MergeProposals, ProposalsReader, ...VERBS],
  exports: [ProposalsReader, ...VERBS],
})
export class ProposalsModule {}
