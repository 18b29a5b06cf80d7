import { Controller, Get, Header, Headers, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { readerLanguage } from '#libs/kernel';
import { RequirePermission } from '#libs/platform/auth';
import { MarketHealthReader } from '../app/market-health.reader.js';
import {
  MarketHealthQuery,
  MarketHealthResponse,
  toMarketHealthResponse,
  USUAL_DAYS,
} from './market-health.dto.js';

@ApiTags('matches')
@Controller('api/v1/market-health')
export class MarketHealthController {
  constructor(private readonly health: MarketHealthReader) {}

  /**
   * How the market does as a whole: who is found, how evenly, and whether those who ask get answers. For the
   * secretariat.
   */
  @Get()
  @RequirePermission('market-health.read')
  @Header('vary', 'accept-language')
  @ApiOperation({ operationId: 'readMarketHealth' })
  @ApiOkResponse({ type: MarketHealthResponse })
  async read(
    @Query() { days = USUAL_DAYS }: MarketHealthQuery,
    @Headers('accept-language') languages: string | undefined,
  ): Promise<MarketHealthResponse> {
    const language = readerLanguage(languages, this.health.languages);
    return toMarketHealthResponse(days, await this.health.read(days, language));
  }
}
