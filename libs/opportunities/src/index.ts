export { CloseOpportunity } from './app/close-opportunity.js';
export { CreateOpportunity, type CreateOpportunityInput } from './app/create-opportunity.js';
export { EditOpportunity } from './app/edit-opportunity.js';
export { OpportunitiesReader } from './app/opportunities.reader.js';
export { PublishOpportunity } from './app/publish-opportunity.js';
export type { Opportunity, OpportunityContent, Requirements } from './domain/opportunity.js';
export type { OpportunityState } from './domain/opportunity-states.js';
export { WatchOpportunities } from './app/watch-opportunities.js';
export { OpportunitiesModule } from './opportunities.module.js';
