import { Module } from '@nestjs/common';
import { OrganizationsModule } from '#libs/organizations';
import { featureEntities } from '#libs/platform/database';
import { VocabularyModule } from '#libs/vocabulary';
import { CloseOpportunity } from './app/close-opportunity.js';
import { CreateOpportunity } from './app/create-opportunity.js';
import { EditOpportunity } from './app/edit-opportunity.js';
import { FillOpportunity } from './app/fill-opportunity.js';
import { MergeOpportunities } from './app/merge-opportunities.js';
import { OffererFilter } from './app/offerer-filter.js';
import { OpportunitiesData } from './app/opportunities-data.js';
import { OpportunitiesReader } from './app/opportunities.reader.js';
import { OpportunityAccess } from './app/opportunity-access.js';
import { OpportunityCheck } from './app/opportunity-check.js';
import { OpportunityDeskReader } from './app/opportunity-desk.reader.js';
import { OpportunityFacetsReader } from './app/opportunity-facets.reader.js';
import { OpportunityLife } from './app/opportunity-life.js';
import { OpportunityMoves } from './app/opportunity-moves.js';
import { PauseOpportunity } from './app/pause-opportunity.js';
import { PublishOpportunity } from './app/publish-opportunity.js';
import { PublishedChanges } from './app/published-changes.js';
import { RenewOpportunity } from './app/renew-opportunity.js';
import { ReviewOpportunity } from './app/review-opportunity.js';
import { WatchOpportunities } from './app/watch-opportunities.js';
import { OpportunitiesOfPersonRepository } from './data/opportunities-of-person.repository.js';
import { OpportunityHistoryRepository } from './data/opportunity-history.repository.js';
import { OpportunityListRepository } from './data/opportunity-list.repository.js';
import { OpportunityStepEntity } from './data/opportunity-step.entity.js';
import { OpportunityVersionEntity } from './data/opportunity-version.entity.js';
import { OpportunityEntity } from './data/opportunity.entity.js';
import { OpportunityRepository } from './data/opportunity.repository.js';

const VERBS = [
  CreateOpportunity,
  EditOpportunity,
  PublishOpportunity,
  PauseOpportunity,
  RenewOpportunity,
  FillOpportunity,
  CloseOpportunity,
  ReviewOpportunity,
  WatchOpportunities,
];
const READERS = [OpportunitiesReader, OpportunityFacetsReader, OpportunityDeskReader];

@Module({
  imports: [
    featureEntities([OpportunityEntity, OpportunityStepEntity, OpportunityVersionEntity]),
    OrganizationsModule,
    VocabularyModule,
  ],
  providers: [
    OpportunityRepository,
    OpportunityListRepository,
    OpportunityHistoryRepository,
    OpportunitiesOfPersonRepository,
    OpportunitiesData,
    OpportunityAccess,
    OpportunityCheck,
    OpportunityLife,
    OpportunityMoves,
    OffererFilter,
    PublishedChanges,
    MergeOpportunities,
    ...READERS,
    ...VERBS,
  ],
  exports: [OrganizationsModule, ...READERS, ...VERBS],
})
export class OpportunitiesModule {}
