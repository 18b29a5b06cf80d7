import { Module } from '@nestjs/common';
import { OpportunitiesModule } from '#libs/opportunities';
import { OrganizationsModule } from '#libs/organizations';
import { FilesModule } from '#libs/platform/files';
import { ProjectsModule } from '#libs/projects';
import { CityPagesReader } from './app/city-pages.reader.js';
import { CityPagesController } from './http/city-pages.controller.js';
import { LandingController } from './http/landing.controller.js';
import { ResultsController } from './http/results.controller.js';

/** The landing page and the public pages of cities and of what projects have reached. Nobody knows this feature; the api composes it. */
@Module({
  imports: [OrganizationsModule, OpportunitiesModule, ProjectsModule, FilesModule],
  controllers: [CityPagesController, LandingController, ResultsController],
  providers: [CityPagesReader],
})
export class CityPagesHttpModule {}
