import { Body, Controller, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { IdParam, IfMatch, ProblemResponses } from '#libs/platform/http';
import { RatePartners } from '../app/rate-partners.js';
import { WriteResult } from '../app/write-result.js';
import { PresentProject } from './present-project.js';
import { AddResultPictureDto, ConsentDto, RatePartnerDto, SaveResultDto } from './project.dto.js';
import { ProjectResponse, ProjectResultResponse } from './project-response.dto.js';

/** What stays of a project: its results page, who is named there, and what partners say of each other. */
@ApiTags('projects')
@Controller('api/v1/projects/:id')
export class ProjectEndingsController {
  constructor(
    private readonly present: PresentProject,
    private readonly result: WriteResult,
    private readonly ratings: RatePartners,
  ) {}

  /** Writes the words and figures of the results page; `If-Match` names its version, 0 before the first. */
  @Put('result')
  @RequirePermission('project.submit')
  @ApiOperation({ operationId: 'saveProjectResult' })
  @ApiOkResponse({ type: ProjectResultResponse })
  @ProblemResponses(404, [409, 'project/not-live'])
  async saveResult(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch() version: number,
    @Body() content: SaveResultDto,
  ): Promise<ProjectResultResponse> {
    await this.result.save(actor, id, content, version);
    return (await this.present.of(actor, id)).result;
  }

  /** Puts a picture that was uploaded for it on the results page. */
  @Post('result/pictures')
  @HttpCode(200)
  @RequirePermission('project.submit')
  @ApiOperation({ operationId: 'addResultPicture' })
  @ApiOkResponse({ type: ProjectResponse })
  @ProblemResponses(404, [409, 'project/not-live'], [422, 'file/unusable'], [422, 'project/too-many-files'])
  async addPicture(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() picture: AddResultPictureDto,
  ): Promise<ProjectResponse> {
    await this.result.addPicture(actor, id, picture);
    return this.present.of(actor, id);
  }

  /** Takes a picture off the results page. */
  @Post('result/pictures/:pictureId/remove')
  @HttpCode(200)
  @RequirePermission('project.submit')
  @ApiOperation({ operationId: 'removeResultPicture' })
  @ApiOkResponse({ type: ProjectResponse })
  @ProblemResponses(404, [409, 'project/not-live'])
  async removePicture(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Param('pictureId', IdParam) pictureId: string,
  ): Promise<ProjectResponse> {
    await this.result.removePicture(actor, id, pictureId);
    return this.present.of(actor, id);
  }

  /** Says whether the acting organization may be named in public; can be taken back at any time. */
  @Post('consent')
  @HttpCode(200)
  @RequirePermission('project.submit')
  @ApiOperation({ operationId: 'consentToProjectResult' })
  @ApiOkResponse({ type: ProjectResponse })
  @ProblemResponses(404, [409, 'project/wrong-state'])
  async consent(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() { consents }: ConsentDto,
  ): Promise<ProjectResponse> {
    await this.result.consent(actor, id, consents);
    return this.present.of(actor, id);
  }

  /** Rates one partner, once; sealed until all are in, or fourteen days are over. */
  @Post('ratings')
  @HttpCode(200)
  @RequirePermission('project.submit')
  @ApiOperation({ operationId: 'rateProjectPartner' })
  @ApiOkResponse({ type: ProjectResponse })
  @ProblemResponses(
    404,
    [409, 'project/wrong-state'],
    [409, 'project/ratings-open'],
    [409, 'project/already-rated'],
    [422, 'project/not-a-partner'],
  )
  async rate(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() { organizationId: aboutOrganizationId, ...rating }: RatePartnerDto,
  ): Promise<ProjectResponse> {
    await this.ratings.execute(actor, id, { ...rating, aboutOrganizationId });
    return this.present.of(actor, id);
  }
}
