import { Module } from '@nestjs/common';
import { AdmissionModule } from './admission.module.js';
import { AdmissionDeskController } from './http/admission-desk.controller.js';
import { ApplicationAnswersController } from './http/application-answers.controller.js';
import { ApplicationReviewsController } from './http/application-reviews.controller.js';
import { MembershipApplicationsController } from './http/membership-applications.controller.js';
import { OrganizationRecommendationsController } from './http/organization-recommendations.controller.js';
import { RecommendationsController } from './http/recommendations.controller.js';

@Module({
  imports: [AdmissionModule],
  controllers: [
    MembershipApplicationsController,
    ApplicationAnswersController,
    AdmissionDeskController,
    ApplicationReviewsController,
    RecommendationsController,
    OrganizationRecommendationsController,
  ],
})
export class AdmissionHttpModule {}
