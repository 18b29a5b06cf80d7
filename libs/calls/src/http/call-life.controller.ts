import { Body, Controller, Get, HttpCode, Injectable, Param, type PipeTransform, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, NotFound } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { IdParam, IfMatch, ProblemResponses } from '#libs/platform/http';
import { CallsReader } from '../app/calls.reader.js';
import { ChangeCall } from '../app/change-call.js';
import { EndCall } from '../app/end-call.js';
import { FollowCall } from '../app/follow-call.js';
import { PublishCall } from '../app/publish-call.js';
import { CallHistoryResponse, CallResponse, CallVersionTermsResponse } from './call-response.dto.js';
import { CallOffDto, ChangeCallDto } from './call.dto.js';
import { PresentCalls } from './present-calls.js';

/** The number of a version in a path; what is none cannot exist (404). */
@Injectable()
export class TermsNumberParam implements PipeTransform<string, number> {
  transform(value: string): number {
    if (!/^[1-9]\d{0,5}$/.test(value)) throw new NotFound();
    return Number(value);
  }
}

/** What happens to a call from its publication on. */
@ApiTags('calls')
@Controller('api/v1/calls')
export class CallLifeController {
  constructor(
    private readonly publishCall: PublishCall,
    private readonly changeCall: ChangeCall,
    private readonly endCall: EndCall,
    private readonly followCall: FollowCall,
    private readonly calls: CallsReader,
    private readonly present: PresentCalls,
  ) {}

  /** Fixes the terms of a draft and shows the call to everybody who takes part. */
  @Post(':id/publish')
  @HttpCode(200)
  @RequirePermission('call.publish')
  @ApiOperation({ operationId: 'publishCall' })
  @ApiOkResponse({ type: CallResponse })
  @ProblemResponses(404, [409, 'call/wrong-state'], [422, 'call/incomplete', 'call/contradictory'])
  async publish(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<CallResponse> {
    return this.present.one(actor, await this.publishCall.execute(actor, id, version));
  }

  /** Puts new terms in the place of the published ones, as their next version; everybody concerned is told. */
  @Post(':id/changes')
  @HttpCode(200)
  @RequirePermission('call.publish')
  @ApiOperation({ operationId: 'changeCall' })
  @ApiOkResponse({ type: CallResponse })
  @ProblemResponses(
    404,
    [409, 'call/not-changeable'],
    [422, 'call/incomplete', 'call/contradictory', 'call/nothing-changed'],
  )
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
    @Body() { terms, reason }: ChangeCallDto,
  ): Promise<CallResponse> {
    return this.present.one(actor, await this.changeCall.execute(actor, id, terms, reason, version));
  }

  /** Takes no proposals any more, and says why to everybody concerned. */
  @Post(':id/call-off')
  @HttpCode(200)
  @RequirePermission('call.publish')
  @ApiOperation({ operationId: 'callOffCall' })
  @ApiOkResponse({ type: CallResponse })
  @ProblemResponses(404, [409, 'call/wrong-state'])
  async callOff(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
    @Body() { reason }: CallOffDto,
  ): Promise<CallResponse> {
    return this.present.one(actor, await this.endCall.callOff(actor, id, reason, version));
  }

  /** Puts a decided call into the archive, where it stays readable. */
  @Post(':id/archive')
  @HttpCode(200)
  @RequirePermission('call.publish')
  @ApiOperation({ operationId: 'archiveCall' })
  @ApiOkResponse({ type: CallResponse })
  @ProblemResponses(404, [409, 'call/wrong-state'])
  async archive(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<CallResponse> {
    return this.present.one(actor, await this.endCall.archive(actor, id, version));
  }

  /** Lets the acting organization be told of what happens to the call. */
  @Post(':id/follow')
  @HttpCode(200)
  @RequirePermission('call.follow')
  @ApiOperation({ operationId: 'followCall' })
  @ApiOkResponse({ type: CallResponse })
  @ProblemResponses(404)
  async follow(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<CallResponse> {
    await this.followCall.follow(actor, id);
    return this.present.one(actor, await this.calls.one(actor, id));
  }

  /** No more; refused to those who have a part in a proposal for it. */
  @Post(':id/unfollow')
  @HttpCode(200)
  @RequirePermission('call.follow')
  @ApiOperation({ operationId: 'unfollowCall' })
  @ApiOkResponse({ type: CallResponse })
  @ProblemResponses(404, [409, 'call/concerned'])
  async unfollow(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<CallResponse> {
    await this.followCall.unfollow(actor, id);
    return this.present.one(actor, await this.calls.one(actor, id));
  }

  /** The versions of its terms and what has happened to it. */
  @Get(':id/history')
  @RequirePermission('call.read')
  @ApiOperation({ operationId: 'readCallHistory' })
  @ApiOkResponse({ type: CallHistoryResponse })
  @ProblemResponses(404)
  async history(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
  ): Promise<CallHistoryResponse> {
    return this.present.history(actor, id);
  }

  /** One version of its terms, whole. */
  @Get(':id/versions/:number')
  @RequirePermission('call.read')
  @ApiOperation({ operationId: 'readCallVersion' })
  @ApiOkResponse({ type: CallVersionTermsResponse })
  @ProblemResponses(404)
  async version(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Param('number', TermsNumberParam) number: number,
  ): Promise<CallVersionTermsResponse> {
    return this.present.version(actor, id, number);
  }
}
