import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { IdParam, IfMatch, ProblemResponses } from '#libs/platform/http';
import { CallCheckReader } from '../app/call-check.reader.js';
import { CallsReader } from '../app/calls.reader.js';
import { CreateCall } from '../app/create-call.js';
import { EditCall } from '../app/edit-call.js';
import { ListCallsQuery } from './call-query.dto.js';
import {
  CallCheckResponse,
  CallPageResponse,
  CallPhasesResponse,
  CallResponse,
} from './call-response.dto.js';
import { CreateCallDto, EditCallDto } from './call.dto.js';
import { PresentCalls } from './present-calls.js';

@ApiTags('calls')
@Controller('api/v1/calls')
export class CallsController {
  constructor(
    private readonly createCall: CreateCall,
    private readonly editCall: EditCall,
    private readonly calls: CallsReader,
    private readonly checks: CallCheckReader,
    private readonly present: PresentCalls,
  ) {}

  /** Begins a call of the acting organization, a city or the secretariat, as a draft. */
  @Post()
  @RequirePermission('call.create')
  @ApiOperation({ operationId: 'createCall' })
  @ApiCreatedResponse({ type: CallResponse })
  async create(@CurrentActor() actor: Actor, @Body() input: CreateCallDto): Promise<CallResponse> {
    return this.present.one(actor, await this.createCall.execute(actor, input));
  }

  /** Calls of one phase, in the order of what comes next; or those the acting organization runs. */
  @Get()
  @RequirePermission('call.read')
  @ApiOperation({ operationId: 'listCalls' })
  @ApiOkResponse({ type: CallPageResponse })
  async list(@CurrentActor() actor: Actor, @Query() query: ListCallsQuery): Promise<CallPageResponse> {
    return this.present.page(actor, query);
  }

  /** How many calls take proposals now, will do so, and do no more. */
  @Get('phases')
  @RequirePermission('call.read')
  @ApiOperation({ operationId: 'countCalls' })
  @ApiOkResponse({ type: CallPhasesResponse })
  async phases(): Promise<CallPhasesResponse> {
    return this.calls.phases();
  }

  /** One call: published, or a draft of the acting organization. */
  @Get(':id')
  @RequirePermission('call.read')
  @ApiOperation({ operationId: 'readCall' })
  @ApiOkResponse({ type: CallResponse })
  @ProblemResponses(404)
  async read(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<CallResponse> {
    return this.present.one(actor, await this.calls.one(actor, id));
  }

  /** Replaces the sent fields of a draft; null clears one. What is missing is asked for only by publication. */
  @Patch(':id')
  @RequirePermission('call.update')
  @ApiOperation({ operationId: 'editCall' })
  @ApiOkResponse({ type: CallResponse })
  @ProblemResponses(404, [409, 'call/not-editable'])
  async edit(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch() version: number,
    @Body() changes: EditCallDto,
  ): Promise<CallResponse> {
    return this.present.one(actor, await this.editCall.execute(actor, id, changes, version));
  }

  /** What keeps a call of the acting organization from being published, field by field. */
  @Get(':id/check')
  @RequirePermission('call.update')
  @ApiOperation({ operationId: 'checkCall' })
  @ApiOkResponse({ type: CallCheckResponse })
  @ProblemResponses(404)
  async check(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<CallCheckResponse> {
    return { findings: await this.checks.of(actor, id) };
  }

  /** Puts a draft away for good. */
  @Post(':id/discard')
  @HttpCode(200)
  @RequirePermission('call.update')
  @ApiOperation({ operationId: 'discardCall' })
  @ApiOkResponse({ type: CallResponse })
  @ProblemResponses(404, [409, 'call/wrong-state'])
  async discard(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<CallResponse> {
    return this.present.one(actor, await this.editCall.discard(actor, id, version));
  }
}
