import { Module } from '@nestjs/common';
import { OpportunitiesModule } from '#libs/opportunities';
import { OrganizationsModule } from '#libs/organizations';
import { CityPagesReader } from './app/city-pages.reader.js';
import { CityPagesController } from './http/city-pages.controller.js';

/** The public pages of cities. Nobody knows this feature; the api composes it. */
@Module({
  imports: [OrganizationsModule, OpportunitiesModule],
  controllers: [CityPagesController],
  providers: [CityPagesReader],
})
export class CityPagesHttpModule {}
