import { Injectable } from '@nestjs/common';
import { ConversationReportsReader } from '#libs/messaging';
import { ProjectsReader } from '#libs/projects';

/** Titles of what people work and talk in: projects, and cases of reported conversations. */
@Injectable()
export class WorkingTitles {
  constructor(
    private readonly projects: ProjectsReader,
    private readonly reports: ConversationReportsReader,
  ) {}

  ofProjects(ids: readonly string[]): ReturnType<ProjectsReader['titles']> {
    return this.projects.titles(ids);
  }

  ofReports(ids: readonly string[]): ReturnType<ConversationReportsReader['titles']> {
    return this.reports.titles(ids);
  }
}
