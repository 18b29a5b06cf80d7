import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RequirePermission } from '#libs/platform/auth';
import { CountriesReader } from '../app/countries.reader.js';
import { CountryPageResponse, toCountryResponse } from './organization.dto.js';

@ApiTags('organizations')
@Controller('api/v1/countries')
export class CountriesController {
  constructor(private readonly countries: CountriesReader) {}

  /** Countries with their names as shown, in one page. */
  @Get()
  @RequirePermission('taxonomy.read')
  @ApiOperation({ operationId: 'listCountries' })
  @ApiOkResponse({ type: CountryPageResponse })
  async list(): Promise<CountryPageResponse> {
    const countries = await this.countries.byCode();
    return { items: [...countries.values()].map(toCountryResponse), nextCursor: null };
  }
}
