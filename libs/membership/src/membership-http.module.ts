import { Module } from '@nestjs/common';
import { OrganizationsModule } from '#libs/organizations';
import { ExcomSeatsController } from './http/excom-seats.controller.js';
import { MembershipDecisionsController } from './http/membership-decisions.controller.js';
import { MembershipsController } from './http/memberships.controller.js';
import { ParticipationController } from './http/participation.controller.js';
import { VotesController } from './http/votes.controller.js';
import { MembershipModule } from './membership.module.js';

@Module({
  imports: [MembershipModule, OrganizationsModule],
  controllers: [
    MembershipsController,
    MembershipDecisionsController,
    VotesController,
    ExcomSeatsController,
    ParticipationController,
  ],
})
export class MembershipHttpModule {}
