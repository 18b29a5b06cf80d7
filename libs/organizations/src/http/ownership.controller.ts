import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { IdParam, ProblemResponses } from '#libs/platform/http';
import { AnswerOwnershipOffer } from '../app/answer-ownership-offer.js';
import { OfferOwnership } from '../app/offer-ownership.js';
import { OfferOwnershipDto } from './member.dto.js';

/** The hand-over of an organization. The offer that waits stands in the list of members. */
@ApiTags('members')
@Controller('api/v1/organizations/:id/ownership-offer')
export class OwnershipController {
  constructor(
    private readonly offerOwnership: OfferOwnership,
    private readonly answerOffer: AnswerOwnershipOffer,
  ) {}

  /** Offers your place as an owner to another member. */
  @Post()
  @HttpCode(204)
  @RequirePermission('member.manage')
  @ApiOperation({ operationId: 'offerOwnership' })
  @ApiNoContentResponse()
  @ProblemResponses(404, [409, 'ownership/already-offered'], [422, 'ownership/not-a-successor'])
  async offer(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() { personId }: OfferOwnershipDto,
  ): Promise<void> {
    await this.offerOwnership.execute(actor, id, personId.toLowerCase());
  }

  /** Takes the ownership that was offered to you: your roles change places. */
  @Post('accept')
  @HttpCode(204)
  @RequirePermission('member.read')
  @ApiOperation({ operationId: 'acceptOwnership' })
  @ApiNoContentResponse()
  @ProblemResponses(404)
  async accept(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<void> {
    await this.answerOffer.execute(actor, id, 'accept');
  }

  /** Declines the ownership that was offered to you. */
  @Post('decline')
  @HttpCode(204)
  @RequirePermission('member.read')
  @ApiOperation({ operationId: 'declineOwnership' })
  @ApiNoContentResponse()
  @ProblemResponses(404)
  async decline(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<void> {
    await this.answerOffer.execute(actor, id, 'decline');
  }

  /** Takes the offer back. */
  @Post('withdraw')
  @HttpCode(204)
  @RequirePermission('member.manage')
  @ApiOperation({ operationId: 'withdrawOwnershipOffer' })
  @ApiNoContentResponse()
  @ProblemResponses(404)
  async withdraw(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<void> {
    await this.answerOffer.execute(actor, id, 'withdraw');
  }
}
