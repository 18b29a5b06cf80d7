import { Module } from '@nestjs/common';
import { IdentityModule } from '#libs/identity';
import { CountriesController } from './http/countries.controller.js';
import { InvitationsController } from './http/invitations.controller.js';
import { MeController } from './http/me.controller.js';
import { MembersController } from './http/members.controller.js';
import { MergersController } from './http/mergers.controller.js';
import { OrganizationInvitationsController } from './http/organization-invitations.controller.js';
import { OrganizationsController } from './http/organizations.controller.js';
import { OwnershipController } from './http/ownership.controller.js';
import { OrganizationsModule } from './organizations.module.js';

/** Organizations, their people, countries and the signed-in person. */
@Module({
  imports: [OrganizationsModule, IdentityModule],
  controllers: [
    OrganizationsController,
    MergersController,
    MembersController,
    OwnershipController,
    OrganizationInvitationsController,
    InvitationsController,
    CountriesController,
    MeController,
  ],
})
export class OrganizationsHttpModule {}
