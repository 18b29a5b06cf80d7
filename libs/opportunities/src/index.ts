export { CloseOpportunity } from './app/close-opportunity.js';
export { CreateOpportunity, type CreateOpportunityInput } from './app/create-opportunity.js';
export { EditOpportunity } from './app/edit-opportunity.js';
export { OpportunitiesReader } from './app/opportunities.reader.js';
export { PublishOpportunity } from './app/publish-opportunity.js';
export type {
  Opportunity,
  OpportunityContent,
  OpportunityState,
  Requirements,
} from './domain/opportunity.js';
export { OpportunitiesModule } from './opportunities.module.js';
