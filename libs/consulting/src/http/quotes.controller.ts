import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { IdParam, IfMatch, ProblemResponses } from '#libs/platform/http';
import { QuotesReader } from '../app/quotes.reader.js';
import { SelectQuote } from '../app/select-quote.js';
import { WriteQuote } from '../app/write-quote.js';
import { CompareQuotesQuery, contentOf, passedOverOf, SelectQuoteDto, WriteQuoteDto } from './quote.dto.js';
import {
  QuoteComparisonResponse,
  QuoteDetailsResponse,
  toComparison,
  toQuoteDetails,
} from './quote-response.dto.js';

/** Sealed until they close, or three are in: until then each author alone knows of a quote. */
@ApiTags('consulting')
@Controller('api/v1')
export class QuotesController {
  constructor(
    private readonly quotes: QuotesReader,
    private readonly write: WriteQuote,
    private readonly selectQuote: SelectQuote,
  ) {}

  /** The quotes of a request side by side; while they are sealed an expert sees the own one, and nobody another. */
  @Get('consulting-requests/:id/quotes')
  @RequirePermission('quote.read')
  @ApiOperation({ operationId: 'compareQuotes' })
  @ApiOkResponse({ type: QuoteComparisonResponse })
  @ProblemResponses(404)
  async compare(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Query() { currency }: CompareQuotesQuery,
  ): Promise<QuoteComparisonResponse> {
    return toComparison(await this.quotes.compare(actor, id, currency ?? null));
  }

  /** Hands in a quote for a request the acting organization has accepted. */
  @Post('consulting-requests/:id/quotes')
  @RequirePermission('quote.submit')
  @ApiOperation({ operationId: 'submitQuote' })
  @ApiCreatedResponse({ type: QuoteDetailsResponse })
  @ProblemResponses(
    404,
    [409, 'quote/closed', 'quote/exists'],
    [422, 'quote/contradictory', 'consulting-request/shares'],
  )
  async submit(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() sent: WriteQuoteDto,
  ): Promise<QuoteDetailsResponse> {
    const quote = await this.write.submit(actor, id, contentOf(sent));
    return this.details(actor, quote.id);
  }

  /** One quote: one's own, or one that was opened. */
  @Get('quotes/:id')
  @RequirePermission('quote.read')
  @ApiOperation({ operationId: 'readQuote' })
  @ApiOkResponse({ type: QuoteDetailsResponse })
  @ProblemResponses(404)
  async read(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<QuoteDetailsResponse> {
    return this.details(actor, id);
  }

  /** Adds another version, while the quote is sealed. */
  @Post('quotes/:id/revise')
  @HttpCode(200)
  @RequirePermission('quote.submit')
  @ApiOperation({ operationId: 'reviseQuote' })
  @ApiOkResponse({ type: QuoteDetailsResponse })
  @ProblemResponses(
    404,
    [409, 'quote/wrong-state', 'quote/opened', 'quote/closed'],
    [422, 'quote/contradictory', 'consulting-request/shares'],
  )
  async revise(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
    @Body() sent: WriteQuoteDto,
  ): Promise<QuoteDetailsResponse> {
    await this.write.revise(actor, id, contentOf(sent), version);
    return this.details(actor, id);
  }

  /** Takes a quote back. */
  @Post('quotes/:id/withdraw')
  @HttpCode(200)
  @RequirePermission('quote.submit')
  @ApiOperation({ operationId: 'withdrawQuote' })
  @ApiOkResponse({ type: QuoteDetailsResponse })
  @ProblemResponses(404, [409, 'quote/wrong-state'])
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<QuoteDetailsResponse> {
    await this.write.withdraw(actor, id, version);
    return this.details(actor, id);
  }

  /** Chooses a quote; the authors of the others are told the reason. */
  @Post('quotes/:id/select')
  @HttpCode(200)
  @RequirePermission('quote.select')
  @ApiOperation({ operationId: 'selectQuote' })
  @ApiOkResponse({ type: QuoteDetailsResponse })
  @ProblemResponses(404, [409, 'quote/wrong-state', 'consulting-request/wrong-state'])
  async select(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
    @Body() others: SelectQuoteDto,
  ): Promise<QuoteDetailsResponse> {
    await this.selectQuote.execute(actor, id, passedOverOf(others), version);
    return this.details(actor, id);
  }

  private async details(actor: Actor, id: string): Promise<QuoteDetailsResponse> {
    const { priced, versions } = await this.quotes.one(actor, id);
    return toQuoteDetails(priced, versions);
  }
}
