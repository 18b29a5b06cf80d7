import { Module } from '@nestjs/common';
import { OpportunitiesModule } from '#libs/opportunities';
import { OrganizationsModule } from '#libs/organizations';
import { CityPagesReader } from './app/city-pages.reader.js';
import { CityPagesController } from './http/city-pages.controller.js';
import { LandingController } from './http/landing.controller.js';

/** The landing page and the public pages of cities. Nobody knows this feature; the api composes it. */
@Module({
  imports: [OrganizationsModule, OpportunitiesModule],
  controllers: [CityPagesController, LandingController],
  providers: [CityPagesReader],
})
export class CityPagesHttpModule {}
