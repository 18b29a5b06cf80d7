import { Body, Controller, Get, Header, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { IfMatch } from '#libs/platform/http';
import { ComparisonReader } from '../app/comparison.reader.js';
import { ExportDirectory } from '../app/export-directory.js';
import { SetConsent } from '../app/set-consent.js';
import { CompareQuery, ComparisonResponse, toComparison } from './comparison.dto.js';
import { DirectoryFilterQuery, filtersOf } from './directory.dto.js';
import { ConsentResponse, SetConsentDto } from './kept.dto.js';

@ApiTags('directory')
@Controller('api/v1/directory')
export class DirectoryListsController {
  constructor(
    private readonly comparison: ComparisonReader,
    private readonly exportDirectory: ExportDirectory,
    private readonly setConsent: SetConsent,
  ) {}

  /** Facts of up to four organizations side by side. Ids that cannot be seen are left out. */
  @Get('comparison')
  @RequirePermission('directory.read')
  @ApiOperation({ operationId: 'compareOrganizations' })
  @ApiOkResponse({ type: ComparisonResponse })
  async compare(@Query() { ids }: CompareQuery): Promise<ComparisonResponse> {
    return toComparison(await this.comparison.of(ids));
  }

  /** The organizations a search finds that agreed to be exported, as CSV; at most 5,000. */
  @Get('export')
  @RequirePermission('directory.read')
  @ApiOperation({ operationId: 'exportDirectory' })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="directory.csv"')
  async export(@CurrentActor() actor: Actor, @Query() query: DirectoryFilterQuery): Promise<string> {
    return this.exportDirectory.execute(actor, { q: query.q, filters: filtersOf(query) });
  }

  /** What your organization agreed to. */
  @Get('consent')
  @RequirePermission('directory.read')
  @ApiOperation({ operationId: 'readDirectoryConsent' })
  @ApiOkResponse({ type: ConsentResponse })
  async readConsent(@CurrentActor() actor: Actor): Promise<ConsentResponse> {
    return this.setConsent.read(actor);
  }

  /** Says for your organization whether others may export it. */
  @Put('consent')
  @RequirePermission('organization.update')
  @ApiOperation({ operationId: 'setDirectoryConsent' })
  @ApiOkResponse({ type: ConsentResponse })
  async writeConsent(
    @CurrentActor() actor: Actor,
    @IfMatch() version: number,
    @Body() input: SetConsentDto,
  ): Promise<ConsentResponse> {
    return this.setConsent.execute(actor, version, input.export);
  }
}
