import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { IdParam, ProblemResponses } from '#libs/platform/http';
import { ProjectsReader } from '../app/projects.reader.js';
import { PresentProject } from './present-project.js';
import { ProjectDeskResponse } from './project-response.dto.js';

@ApiTags('projects')
@Controller('api/v1/calls/:id/projects')
export class ProjectDeskController {
  constructor(
    private readonly projects: ProjectsReader,
    private readonly present: PresentProject,
  ) {}

  /** All projects of a call, the latest first: what is late, by how many days, and on whom it waits. */
  @Get()
  @RequirePermission('project.manage')
  @ApiOperation({ operationId: 'listProjectsOfCall' })
  @ApiOkResponse({ type: ProjectDeskResponse })
  @ProblemResponses(404)
  async desk(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) callId: string,
  ): Promise<ProjectDeskResponse> {
    const { title: callTitle, language: callLanguage, cards } = await this.projects.ofCall(actor, callId);
    return { callId, callTitle, callLanguage, items: await this.present.cards(actor, cards) };
  }
}
