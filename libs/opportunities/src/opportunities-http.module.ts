import { Module } from '@nestjs/common';
import { OpportunitiesController } from './http/opportunities.controller.js';
import { OpportunityPages } from './http/opportunity-pages.js';
import { OpportunitiesModule } from './opportunities.module.js';

@Module({
  imports: [OpportunitiesModule],
  controllers: [OpportunitiesController],
  providers: [OpportunityPages],
})
export class OpportunitiesHttpModule {}
