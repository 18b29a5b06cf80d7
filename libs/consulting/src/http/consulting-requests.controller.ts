import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, actingOrganization } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { Cursors, IdParam, IfMatch, ProblemResponses } from '#libs/platform/http';
import { ConsultingRequestsReader } from '../app/consulting-requests.reader.js';
import { CreateConsultingRequest } from '../app/create-consulting-request.js';
import { EditConsultingRequest } from '../app/edit-consulting-request.js';
import { SubmitConsultingRequest } from '../app/submit-consulting-request.js';
import {
  CreateConsultingRequestDto,
  EditConsultingRequestDto,
  ListConsultingRequestsQuery,
} from './consulting-request.dto.js';
import {
  ConsultingRequestPageResponse,
  ConsultingRequestResponse,
  toConsultingRequestCard,
  toConsultingRequestResponse,
  toTiedResponse,
} from './consulting-request-response.dto.js';

/** What the content of a request may be refused for. */
const CONTENT_PROBLEMS = [
  'taxonomy/unknown-code',
  'consulting-request/band',
  'consulting-request/shares',
  'consulting-request/no-such-party',
  'consulting-request/day-has-passed',
  'consulting-request/committee-names-nobody',
  'consulting-request/consultant-bears-cost',
] as const;

@ApiTags('consulting')
@Controller('api/v1/consulting-requests')
export class ConsultingRequestsController {
  constructor(
    private readonly createRequest: CreateConsultingRequest,
    private readonly editRequest: EditConsultingRequest,
    private readonly submitRequest: SubmitConsultingRequest,
    private readonly requests: ConsultingRequestsReader,
    private readonly cursors: Cursors,
  ) {}

  /** Begins a request, as a draft of the acting organization. */
  @Post()
  @RequirePermission('consulting-request.create')
  @ApiOperation({ operationId: 'createConsultingRequest' })
  @ApiCreatedResponse({ type: ConsultingRequestResponse })
  @ProblemResponses([403, 'consulting-request/member-cities-only'], [422, ...CONTENT_PROBLEMS])
  async create(
    @CurrentActor() actor: Actor,
    @Body() input: CreateConsultingRequestDto,
  ): Promise<ConsultingRequestResponse> {
    return toConsultingRequestResponse(actor, await this.createRequest.execute(actor, input));
  }

  /** Requests of the acting organization, newest first. */
  @Get()
  @RequirePermission('consulting-request.read')
  @ApiOperation({ operationId: 'listConsultingRequests' })
  @ApiOkResponse({ type: ConsultingRequestPageResponse })
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: ListConsultingRequestsQuery,
  ): Promise<ConsultingRequestPageResponse> {
    const states = query.state ?? [];
    const scope = `consulting-requests ${actingOrganization(actor).id} ${[...states].sort().join()}`;
    const after = this.cursors.read<string>(query.cursor, scope);
    const rows = await this.requests.own(actor, { states, after, limit: query.limit + 1 });
    const page = this.cursors.page(rows, query.limit, scope, (request) => request.id);
    return {
      items: page.items.map(toConsultingRequestCard),
      nextCursor: page.nextCursor,
      ...(query.total && (await this.requests.countOwn(actor, states))),
    };
  }

  /** One request: yours, one you are asked to take or shall pay for, or one between members you were matched with. */
  @Get(':id')
  @RequirePermission('consulting-request.read')
  @ApiOperation({ operationId: 'readConsultingRequest' })
  @ApiOkResponse({ type: ConsultingRequestResponse })
  @ProblemResponses(404)
  async read(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
  ): Promise<ConsultingRequestResponse> {
    return toTiedResponse(actor, await this.requests.one(actor, id));
  }

  /** Replaces the sent fields of a draft; null clears one. */
  @Patch(':id')
  @RequirePermission('consulting-request.update')
  @ApiOperation({ operationId: 'editConsultingRequest' })
  @ApiOkResponse({ type: ConsultingRequestResponse })
  @ProblemResponses(
    404,
    [403, 'consulting-request/member-cities-only'],
    [409, 'consulting-request/not-editable'],
    [422, ...CONTENT_PROBLEMS],
  )
  async edit(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch() version: number,
    @Body() changes: EditConsultingRequestDto,
  ): Promise<ConsultingRequestResponse> {
    return toConsultingRequestResponse(actor, await this.editRequest.execute(actor, id, changes, version));
  }

  /** Hands a draft in: to the desk of the secretariat, or to the consultants it names. */
  @Post(':id/submit')
  @HttpCode(200)
  @RequirePermission('consulting-request.submit')
  @ApiOperation({ operationId: 'submitConsultingRequest' })
  @ApiOkResponse({ type: ConsultingRequestResponse })
  @ProblemResponses(
    404,
    [403, 'consulting-request/member-cities-only'],
    [409, 'consulting-request/wrong-state'],
    [422, 'consulting-request/incomplete', 'expert-invitation/not-invitable', ...CONTENT_PROBLEMS],
  )
  async submit(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<ConsultingRequestResponse> {
    return toConsultingRequestResponse(actor, await this.submitRequest.execute(actor, id, version));
  }
}
