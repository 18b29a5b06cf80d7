import { Module } from '@nestjs/common';
import { featureEntities } from '#libs/platform/database';
import { VocabularyModule } from '#libs/vocabulary';
import { CloseOpportunity } from './app/close-opportunity.js';
import { CreateOpportunity } from './app/create-opportunity.js';
import { EditOpportunity } from './app/edit-opportunity.js';
import { MergeOpportunities } from './app/merge-opportunities.js';
import { OpportunitiesReader } from './app/opportunities.reader.js';
import { OpportunitiesData } from './app/opportunities-data.js';
import { OpportunitiesOfPersonRepository } from './data/opportunities-of-person.repository.js';
import { OpportunityAccess } from './app/opportunity-access.js';
import { PublishOpportunity } from './app/publish-opportunity.js';
import { OpportunityEntity } from './data/opportunity.entity.js';
import { OpportunityRepository } from './data/opportunity.repository.js';

const VERBS = [CreateOpportunity, EditOpportunity, PublishOpportunity, CloseOpportunity];

@Module({
  imports: [featureEntities([OpportunityEntity]), VocabularyModule],
  providers: [
    OpportunityRepository,
    OpportunitiesOfPersonRepository,
    OpportunitiesData,
    OpportunityAccess,
    MergeOpportunities,
    OpportunitiesReader,
    ...VERBS,
  ],
  exports: [OpportunitiesReader, ...VERBS],
})
export class OpportunitiesModule {}
