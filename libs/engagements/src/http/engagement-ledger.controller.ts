import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { IdParam, IfMatch, ProblemResponses } from '#libs/platform/http';
import { RecordFees } from '../app/record-fees.js';
import { EngagementResponse } from './engagement-response.dto.js';
import { InvoiceDto, PaymentDto, ReversalDto } from './ledger.dto.js';
import { PresentEngagement } from './present-engagement.js';

/** Facts about fees, recorded by the consultant; no payment is processed. */
@ApiTags('engagements')
@Controller('api/v1/engagements/:id')
export class EngagementLedgerController {
  constructor(
    private readonly recordFees: RecordFees,
    private readonly present: PresentEngagement,
  ) {}

  /** Records an invoice. The same one again changes nothing. */
  @Post('invoices')
  @HttpCode(200)
  @RequirePermission('engagement.work')
  @ApiOperation({ operationId: 'recordInvoice' })
  @ApiOkResponse({ type: EngagementResponse })
  @ProblemResponses(
    404,
    [403, 'engagement/wrong-side'],
    [409, 'engagement/wrong-state', 'ledger/reference-taken'],
    [422, 'ledger/not-a-payer', 'ledger/nothing', 'ledger/more-than-agreed'],
  )
  async invoice(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() fact: InvoiceDto,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<EngagementResponse> {
    await this.recordFees.invoice(actor, id, fact, version);
    return this.present.one(actor, id);
  }

  /** Records a payment that has come in. The same one again changes nothing. */
  @Post('payments')
  @HttpCode(200)
  @RequirePermission('engagement.work')
  @ApiOperation({ operationId: 'recordPayment' })
  @ApiOkResponse({ type: EngagementResponse })
  @ProblemResponses(
    404,
    [403, 'engagement/wrong-side'],
    [409, 'engagement/wrong-state', 'ledger/reference-taken'],
    [422, 'ledger/not-a-payer', 'ledger/nothing', 'ledger/more-than-owed'],
  )
  async payment(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() fact: PaymentDto,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<EngagementResponse> {
    await this.recordFees.payment(actor, id, fact, version);
    return this.present.one(actor, id);
  }

  /** Takes an entry back by one with the other sign. */
  @Post('entries/:entryId/reverse')
  @HttpCode(200)
  @RequirePermission('engagement.work')
  @ApiOperation({ operationId: 'reverseEntry' })
  @ApiOkResponse({ type: EngagementResponse })
  @ProblemResponses(
    404,
    [403, 'engagement/wrong-side'],
    [409, 'engagement/wrong-state', 'ledger/not-reversible'],
  )
  async reverse(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Param('entryId', IdParam) entryId: string,
    @Body() { reason }: ReversalDto,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<EngagementResponse> {
    await this.recordFees.reverse(actor, id, { entryId, reason }, version);
    return this.present.one(actor, id);
  }
}
