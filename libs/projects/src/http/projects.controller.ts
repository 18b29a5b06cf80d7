import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, actingOrganization } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { Cursors, IdParam, IfMatch, ProblemResponses } from '#libs/platform/http';
import { CloseProject } from '../app/close-project.js';
import { GovernProject } from '../app/govern-project.js';
import { ProjectsReader } from '../app/projects.reader.js';
import { PresentProject } from './present-project.js';
import { GovernProjectDto, ListProjectsQuery } from './project.dto.js';
import { ProjectPageResponse, ProjectResponse, ProjectStoryResponse } from './project-response.dto.js';

@ApiTags('projects')
@Controller('api/v1/projects')
export class ProjectsController {
  constructor(
    private readonly projects: ProjectsReader,
    private readonly present: PresentProject,
    private readonly closing: CloseProject,
    private readonly govern: GovernProject,
    private readonly cursors: Cursors,
  ) {}

  /** Projects of the acting organization, and of the calls it runs; newest first. */
  @Get()
  @RequirePermission('project.read')
  @ApiOperation({ operationId: 'listProjects' })
  @ApiOkResponse({ type: ProjectPageResponse })
  async list(@CurrentActor() actor: Actor, @Query() query: ListProjectsQuery): Promise<ProjectPageResponse> {
    const states = query.state ?? [];
    const side = query.side ?? null;
    const scope = `projects ${actingOrganization(actor).id} ${side ?? ''} ${[...states].sort().join()}`;
    const after = this.cursors.read<string>(query.cursor, scope) ?? null;
    const found = await this.projects.own(actor, { side, states, after, limit: query.limit + 1 });
    const page = this.cursors.page(found, query.limit, scope, ({ project }) => project.id);
    return { items: await this.present.cards(actor, page.items), nextCursor: page.nextCursor };
  }

  /** One project with all its people work with. */
  @Get(':id')
  @RequirePermission('project.read')
  @ApiOperation({ operationId: 'readProject' })
  @ApiOkResponse({ type: ProjectResponse })
  @ProblemResponses(404)
  async read(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<ProjectResponse> {
    return this.present.of(actor, id);
  }

  /** What has happened in it, newest first. */
  @Get(':id/steps')
  @RequirePermission('project.read')
  @ApiOperation({ operationId: 'listProjectSteps' })
  @ApiOkResponse({ type: ProjectStoryResponse })
  @ProblemResponses(404)
  async steps(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<ProjectStoryResponse> {
    return this.present.story(actor, id);
  }

  /** The lead begins the end: every milestone and interim report is accepted, and partners rate each other. */
  @Post(':id/begin-closing')
  @HttpCode(200)
  @RequirePermission('project.submit')
  @ApiOperation({ operationId: 'beginClosingProject' })
  @ApiOkResponse({ type: ProjectResponse })
  @ProblemResponses(404, [409, 'project/wrong-state'], [409, 'project/closing-incomplete'])
  async beginClosing(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<ProjectResponse> {
    await this.closing.begin(actor, id, version);
    return this.present.of(actor, id);
  }

  /** The officer closes it: final report, results page and ratings are there. */
  @Post(':id/close')
  @HttpCode(200)
  @RequirePermission('project.manage')
  @ApiOperation({ operationId: 'closeProject' })
  @ApiOkResponse({ type: ProjectResponse })
  @ProblemResponses(404, [409, 'project/wrong-state'], [409, 'project/closing-incomplete'])
  async close(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<ProjectResponse> {
    await this.closing.close(actor, id, version);
    return this.present.of(actor, id);
  }

  /** The officer suspends it: nothing is handed in, and no clock runs. */
  @Post(':id/suspend')
  @HttpCode(200)
  @RequirePermission('project.manage')
  @ApiOperation({ operationId: 'suspendProject' })
  @ApiOkResponse({ type: ProjectResponse })
  @ProblemResponses(404, [409, 'project/wrong-state'])
  async suspend(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() { reason, language }: GovernProjectDto,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<ProjectResponse> {
    await this.govern.execute(actor, id, 'suspend', { words: reason, language }, version);
    return this.present.of(actor, id);
  }

  /** A suspended project goes on. */
  @Post(':id/resume')
  @HttpCode(200)
  @RequirePermission('project.manage')
  @ApiOperation({ operationId: 'resumeProject' })
  @ApiOkResponse({ type: ProjectResponse })
  @ProblemResponses(404, [409, 'project/wrong-state'])
  async resume(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() { reason, language }: GovernProjectDto,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<ProjectResponse> {
    await this.govern.execute(actor, id, 'resume', { words: reason, language }, version);
    return this.present.of(actor, id);
  }

  /** The officer ends it before its time, for good. */
  @Post(':id/terminate')
  @HttpCode(200)
  @RequirePermission('project.manage')
  @ApiOperation({ operationId: 'terminateProject' })
  @ApiOkResponse({ type: ProjectResponse })
  @ProblemResponses(404, [409, 'project/wrong-state'])
  async terminate(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() { reason, language }: GovernProjectDto,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<ProjectResponse> {
    await this.govern.execute(actor, id, 'terminate', { words: reason, language }, version);
    return this.present.of(actor, id);
  }
}
