import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { CurrencyRates } from '../app/currency-rates.js';
import { CurrencyRatesResponse, StateRateDto } from './currency-rate.dto.js';

/** The table by which amounts are shown in another currency as well. */
@ApiTags('consulting')
@Controller('api/v1/currency-rates')
export class CurrencyRatesController {
  constructor(private readonly rates: CurrencyRates) {}

  /** The newest rate of each currency, with its day. */
  @Get()
  @RequirePermission('currency-rate.read')
  @ApiOperation({ operationId: 'listCurrencyRates' })
  @ApiOkResponse({ type: CurrencyRatesResponse })
  async list(@CurrentActor() actor: Actor): Promise<CurrencyRatesResponse> {
    return this.answer(actor, await this.rates.newest());
  }

  /** States what a currency was worth on a day; stating a day again replaces it. Answers the whole table. */
  @Post()
  @HttpCode(200)
  @RequirePermission('currency-rate.manage')
  @ApiOperation({ operationId: 'stateCurrencyRate' })
  @ApiOkResponse({ type: CurrencyRatesResponse })
  async state(@CurrentActor() actor: Actor, @Body() rate: StateRateDto): Promise<CurrencyRatesResponse> {
    return this.answer(actor, await this.rates.state(actor, rate));
  }

  private answer(actor: Actor, items: CurrencyRatesResponse['items']): CurrencyRatesResponse {
    return { items, abilities: { manage: actor.permissions.has('currency-rate.manage') } };
  }
}
