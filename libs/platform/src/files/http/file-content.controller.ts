import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '#libs/platform/auth';
import { IdParam, ProblemResponses } from '#libs/platform/http';
import { OpenContent, type OpenedContent } from '../app/open-content.js';
import { contentDisposition } from '../domain/file-name.js';
import { FileContentQuery } from './file.dto.js';

/** Bytes for `<img>` and downloads, which cannot send a token: the signed link is what lets them in. */
@ApiTags('files')
@Controller('api/v1/files')
export class FileContentController {
  constructor(private readonly openContent: OpenContent) {}

  /** The bytes behind the link of a file. Pictures may be shown, everything else is only handed over. */
  @Get(':id/content')
  @Public()
  @ApiOperation({ operationId: 'readFileContent' })
  @ApiOkResponse({
    description: 'The bytes.',
    content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
  })
  @ProblemResponses([403, 'file/link-invalid'], 404, [409, 'file/not-ready', 'file/quarantined'])
  async read(
    @Param('id', IdParam) id: string,
    @Query() { ticket, width }: FileContentQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const content = await this.openContent.execute(id, ticket, request.id, width);
    void reply.headers(headersOf(content)).send(content.bytes);
  }
}

/** Nothing here may run, be guessed to be something else, or be shown inside a page of others. */
function headersOf({ name, mediaType, size, inline }: OpenedContent): Record<string, string> {
  return {
    'content-type': mediaType,
    ...(size !== undefined && { 'content-length': String(size) }),
    'content-disposition': contentDisposition(inline ? 'inline' : 'attachment', name),
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, max-age=60',
  };
}
