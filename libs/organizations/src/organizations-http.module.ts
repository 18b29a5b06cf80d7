import { Module } from '@nestjs/common';
import { IdentityModule } from '#libs/identity';
import { CountriesController } from './http/countries.controller.js';
import { MeController } from './http/me.controller.js';
import { OrganizationsController } from './http/organizations.controller.js';
import { OrganizationsModule } from './organizations.module.js';

/** Organizations, countries and the signed-in person. */
@Module({
  imports: [OrganizationsModule, IdentityModule],
  controllers: [OrganizationsController, CountriesController, MeController],
})
export class OrganizationsHttpModule {}
