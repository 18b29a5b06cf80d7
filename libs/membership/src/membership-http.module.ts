import { Module } from '@nestjs/common';
import { OrganizationsModule } from '#libs/organizations';
import { ExcomSeatsController } from './http/excom-seats.controller.js';
import { ListedMembersController } from './http/listed-members.controller.js';
import { MembershipDecisionsController } from './http/membership-decisions.controller.js';
import { MembershipsController } from './http/memberships.controller.js';
import { ParticipationController } from './http/participation.controller.js';
import { ParticipationsController } from './http/participations.controller.js';
import { VotesController } from './http/votes.controller.js';
import { MembershipModule } from './membership.module.js';

@Module({
  imports: [MembershipModule, OrganizationsModule],
  controllers: [
    ListedMembersController,
    MembershipsController,
    MembershipDecisionsController,
    VotesController,
    ExcomSeatsController,
    ParticipationController,
    ParticipationsController,
  ],
})
export class MembershipHttpModule {}
