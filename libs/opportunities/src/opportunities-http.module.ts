import { Module } from '@nestjs/common';
import { OpportunitiesController } from './http/opportunities.controller.js';
import { OpportunityDeskController } from './http/opportunity-desk.controller.js';
import { OpportunityEndsController } from './http/opportunity-ends.controller.js';
import { OpportunityLifeController } from './http/opportunity-life.controller.js';
import { OpportunityPages } from './http/opportunity-pages.js';
import { OpportunityReviewsController } from './http/opportunity-reviews.controller.js';
import { PresentOpportunities } from './http/present-opportunities.js';
import { OpportunitiesModule } from './opportunities.module.js';

@Module({
  imports: [OpportunitiesModule],
  // Named paths stand before `:id`.
  controllers: [
    OpportunityDeskController,
    OpportunityReviewsController,
    OpportunitiesController,
    OpportunityLifeController,
    OpportunityEndsController,
  ],
  providers: [OpportunityPages, PresentOpportunities],
})
export class OpportunitiesHttpModule {}
