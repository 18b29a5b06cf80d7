import { Module } from '@nestjs/common';
import { IdentityModule } from '#libs/identity';
import { OrganizationsModule } from '#libs/organizations';
import { DecisionsController } from './http/decisions.controller.js';
import { PresentDesk } from './http/present-desk.js';
import { ProposalOutcomeController } from './http/proposal-outcome.controller.js';
import { ReviewDeskController } from './http/review-desk.controller.js';
import { ReviewPanelsController } from './http/review-panels.controller.js';
import { ReviewsController } from './http/reviews.controller.js';
import { ReviewsModule } from './reviews.module.js';

@Module({
  imports: [ReviewsModule, IdentityModule, OrganizationsModule],
  controllers: [
    ReviewsController,
    ReviewDeskController,
    ReviewPanelsController,
    DecisionsController,
    ProposalOutcomeController,
  ],
  providers: [PresentDesk],
})
export class ReviewsHttpModule {}
