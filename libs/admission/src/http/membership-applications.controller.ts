import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, actingOrganization } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { Cursors, IdParam, IfMatch, ProblemResponses } from '#libs/platform/http';
import { ApplicationsReader, placeOf, type QueuePlace } from '../app/applications.reader.js';
import { EditApplication } from '../app/edit-application.js';
import { StartApplication } from '../app/start-application.js';
import { SubmitApplication } from '../app/submit-application.js';
import { WithdrawApplication } from '../app/withdraw-application.js';
import { EditApplicationDto, ListApplicationsQuery, StartApplicationDto } from './application.dto.js';
import {
  ApplicationPageResponse,
  ApplicationResponse,
  StartedApplicationResponse,
} from './application-response.dto.js';
import { toApplicationCard, toApplicationResponse } from './present-application.js';

@ApiTags('admission')
@Controller('api/v1/membership-applications')
export class MembershipApplicationsController {
  constructor(
    private readonly startApplication: StartApplication,
    private readonly editApplication: EditApplication,
    private readonly submitApplication: SubmitApplication,
    private readonly withdrawApplication: WithdrawApplication,
    private readonly applications: ApplicationsReader,
    private readonly cursors: Cursors,
  ) {}

  /** Begins to apply for an organization that is not in the network; you become its owner. */
  @Post()
  @RequirePermission('application.create')
  @ApiOperation({ operationId: 'startApplication' })
  @ApiCreatedResponse({ type: StartedApplicationResponse })
  @ProblemResponses(
    [409, 'application/already-applying', 'application/rejected-recently', 'organization/slug-taken'],
    [422, 'organization/unknown-country'],
  )
  async start(
    @CurrentActor() actor: Actor,
    @Body() input: StartApplicationDto,
  ): Promise<StartedApplicationResponse> {
    const { id, organizationId, version } = await this.startApplication.execute(actor, input);
    return { id, organizationId, version };
  }

  /** For the secretariat what was sent, the longest waiting first; for others those of the acting organization. */
  @Get()
  @RequirePermission('application.read')
  @ApiOperation({ operationId: 'listApplications' })
  @ApiOkResponse({ type: ApplicationPageResponse })
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: ListApplicationsQuery,
  ): Promise<ApplicationPageResponse> {
    const states = [...(query.state ?? [])].sort();
    const route = query.route ?? null;
    const scope = `applications ${actingOrganization(actor).id} ${states.join()} ${route ?? ''}`;
    const after = this.cursors.read<QueuePlace>(query.cursor, scope);
    const rows = await this.applications.list(actor, { states, route, after, limit: query.limit + 1 });
    const page = this.cursors.page(rows, query.limit, scope, ({ application }) => placeOf(application));
    return { items: page.items.map(toApplicationCard), nextCursor: page.nextCursor };
  }

  /** One application: yours, or for the secretariat any that was sent. */
  @Get(':id')
  @RequirePermission('application.read')
  @ApiOperation({ operationId: 'readApplication' })
  @ApiOkResponse({ type: ApplicationResponse })
  @ProblemResponses(404)
  async read(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<ApplicationResponse> {
    return toApplicationResponse(actor, await this.applications.one(actor, id));
  }

  /** Replaces the sent fields of a draft; null clears one. */
  @Patch(':id')
  @RequirePermission('application.update')
  @ApiOperation({ operationId: 'editApplication' })
  @ApiOkResponse({ type: ApplicationResponse })
  @ProblemResponses(
    404,
    [409, 'application/not-editable'],
    [
      422,
      'application/recommender-unknown',
      'application/recommender-not-independent',
      'application/proposal-unusable',
      'file/unusable',
    ],
  )
  async edit(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch() version: number,
    @Body() changes: EditApplicationDto,
  ): Promise<ApplicationResponse> {
    const edited = await this.editApplication.execute(actor, id, changes, version);
    return toApplicationResponse(actor, await this.applications.describe(actor, edited));
  }

  /** Sends the application: asks the recommender, or hands the entry proposal in for review. */
  @Post(':id/submit')
  @HttpCode(200)
  @RequirePermission('application.submit')
  @ApiOperation({ operationId: 'submitApplication' })
  @ApiOkResponse({ type: ApplicationResponse })
  @ProblemResponses(
    404,
    [409, 'application/wrong-state', 'application/email-not-confirmed', 'proposal/wrong-state'],
    [
      422,
      'application/incomplete',
      'application/recommender-unknown',
      'application/recommender-not-independent',
      'proposal/incomplete',
    ],
  )
  async submit(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<ApplicationResponse> {
    const submitted = await this.submitApplication.execute(actor, id, version);
    return toApplicationResponse(actor, await this.applications.describe(actor, submitted));
  }

  /** Takes the application back; another one can be begun. */
  @Post(':id/withdraw')
  @HttpCode(200)
  @RequirePermission('application.submit')
  @ApiOperation({ operationId: 'withdrawApplication' })
  @ApiOkResponse({ type: ApplicationResponse })
  @ProblemResponses(404, [409, 'application/wrong-state'])
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<ApplicationResponse> {
    const withdrawn = await this.withdrawApplication.execute(actor, id, version);
    return toApplicationResponse(actor, await this.applications.describe(actor, withdrawn));
  }
}
