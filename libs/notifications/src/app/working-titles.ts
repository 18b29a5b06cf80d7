import { Injectable } from '@nestjs/common';
import { EngagementsReader } from '#libs/engagements';
import { ConversationReportsReader } from '#libs/messaging';
import { ProjectsReader } from '#libs/projects';

/** Titles of what people work and talk in: projects, engagements, and cases of reported conversations. */
@Injectable()
export class WorkingTitles {
  constructor(
    private readonly projects: ProjectsReader,
    private readonly reports: ConversationReportsReader,
    private readonly engagements: EngagementsReader,
  ) {}

  ofProjects(ids: readonly string[]): ReturnType<ProjectsReader['titles']> {
    return this.projects.titles(ids);
  }

  ofReports(ids: readonly string[]): ReturnType<ConversationReportsReader['titles']> {
    return this.reports.titles(ids);
  }

  ofEngagements(ids: readonly string[]): ReturnType<EngagementsReader['titles']> {
    return this.engagements.titles(ids);
  }
}
