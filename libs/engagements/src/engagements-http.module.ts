import { Module } from '@nestjs/common';
import { IdentityModule } from '#libs/identity';
import { OrganizationsModule } from '#libs/organizations';
import { EngagementsModule } from './engagements.module.js';
import { CalendarFeedController } from './http/calendar-feed.controller.js';
import { CalendarFileController } from './http/calendar-file.controller.js';
import { ConsultantRatingsController } from './http/consultant-ratings.controller.js';
import { EngagementDeliverablesController } from './http/engagement-deliverables.controller.js';
import { EngagementEndingsController } from './http/engagement-endings.controller.js';
import { EngagementLedgerController } from './http/engagement-ledger.controller.js';
import { EngagementSessionsController } from './http/engagement-sessions.controller.js';
import { EngagementsController } from './http/engagements.controller.js';
import { PresentEngagement } from './http/present-engagement.js';

@Module({
  imports: [EngagementsModule, IdentityModule, OrganizationsModule],
  controllers: [
    EngagementsController,
    EngagementSessionsController,
    EngagementDeliverablesController,
    EngagementLedgerController,
    EngagementEndingsController,
    ConsultantRatingsController,
    CalendarFeedController,
    CalendarFileController,
  ],
  providers: [PresentEngagement],
})
export class EngagementsHttpModule {}
