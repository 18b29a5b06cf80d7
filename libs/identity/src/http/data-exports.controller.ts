import { Readable } from 'node:stream';
import { Controller, Get, Param, Post, StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { IdParam, ProblemResponses } from '#libs/platform/http';
import { DataExportsReader } from '../app/data-exports.reader.js';
import { RequestDataExport } from '../app/request-data-export.js';
import { DataExportResponse, DataExportsResponse, toDataExportResponse } from './data-export.dto.js';

@ApiTags('account')
@Controller('api/v1/data-exports')
export class DataExportsController {
  constructor(
    private readonly requestDataExport: RequestDataExport,
    private readonly exports: DataExportsReader,
  ) {}

  /** Asks for a copy of everything TTN holds of you; a notice tells when it is ready. */
  @Post()
  @RequirePermission('account.update')
  @ApiOperation({ operationId: 'requestDataExport' })
  @ApiCreatedResponse({ type: DataExportResponse })
  @ProblemResponses([403, 'auth/proof-required'], 404, [409, 'data-export/recent'])
  async request(@CurrentActor() actor: Actor): Promise<DataExportResponse> {
    return toDataExportResponse(await this.requestDataExport.execute(actor));
  }

  /** The copies you can still have. */
  @Get()
  @RequirePermission('account.read')
  @ApiOperation({ operationId: 'listDataExports' })
  @ApiOkResponse({ type: DataExportsResponse })
  async list(@CurrentActor() { personId }: Actor): Promise<DataExportsResponse> {
    return { items: (await this.exports.list(personId)).map(toDataExportResponse) };
  }

  /** One copy: whether it is ready. */
  @Get(':id')
  @RequirePermission('account.read')
  @ApiOperation({ operationId: 'readDataExport' })
  @ApiOkResponse({ type: DataExportResponse })
  @ProblemResponses(404)
  async read(
    @CurrentActor() { personId }: Actor,
    @Param('id', IdParam) id: string,
  ): Promise<DataExportResponse> {
    return toDataExportResponse(await this.exports.one(personId, id));
  }

  /** The copy itself: one JSON object with a key per part of TTN. */
  @Get(':id/content')
  @RequirePermission('account.read')
  @ApiOperation({ operationId: 'downloadDataExport' })
  @ApiOkResponse({
    description: 'The copy, as a file.',
    content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
  })
  @ProblemResponses(404, [409, 'data-export/not-ready'])
  async content(
    @CurrentActor() { personId }: Actor,
    @Param('id', IdParam) id: string,
  ): Promise<StreamableFile> {
    const pieces = await this.exports.content(personId, id);
    return new StreamableFile(Readable.from(pieces), {
      type: 'application/octet-stream',
      disposition: 'attachment; filename="ttn-data.json"',
    });
  }
}
