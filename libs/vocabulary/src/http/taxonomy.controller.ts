import { Controller, Get, Headers, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { RequirePermission } from '#libs/platform/auth';
import { TaxonomyCodes } from '../app/taxonomy-codes.js';
import { ReadTaxonomyQuery, TaxonomyResponse } from './taxonomy.dto.js';

@ApiTags('taxonomy')
@Controller('api/v1/taxonomy')
export class TaxonomyController {
  constructor(private readonly codes: TaxonomyCodes) {}

  /** The codes to declare themes, markets and so on with, labelled in one language. */
  @Get()
  @RequirePermission('taxonomy.read')
  @ApiOperation({ operationId: 'readTaxonomy' })
  @ApiOkResponse({ type: TaxonomyResponse })
  read(
    @Query() query: ReadTaxonomyQuery,
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): TaxonomyResponse | undefined {
    const kinds = [...new Set(query.kind ?? [])].sort();
    const tag = `"${[this.codes.version, query.language, ...kinds].join()}"`;
    void reply.header('etag', tag).header('cache-control', 'private, no-cache');
    if (known?.replace(/^W\//, '') === tag) {
      void reply.code(304);
      return undefined;
    }
    const items = this.codes.cards(kinds, query.language);
    return { edition: this.codes.version, language: query.language, items, nextCursor: null };
  }
}
