import { Module } from '@nestjs/common';
import { OrganizationsModule } from '#libs/organizations';
import { MilestonesController } from './http/milestones.controller.js';
import { PortfolioController } from './http/portfolio.controller.js';
import { PresentProject } from './http/present-project.js';
import { ProjectDeskController } from './http/project-desk.controller.js';
import { ProjectEndingsController } from './http/project-endings.controller.js';
import { ProjectsController } from './http/projects.controller.js';
import { ProjectsModule } from './projects.module.js';

@Module({
  imports: [ProjectsModule, OrganizationsModule],
  controllers: [
    ProjectsController,
    MilestonesController,
    ProjectEndingsController,
    ProjectDeskController,
    PortfolioController,
  ],
  providers: [PresentProject],
})
export class ProjectsHttpModule {}
