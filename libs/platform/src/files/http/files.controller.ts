import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { IdParam, ProblemResponses } from '#libs/platform/http';
import { ContentLinks } from '../app/content-links.js';
import { FileAccess } from '../app/file-access.js';
import { FileLimitsReader } from '../app/file-limits.reader.js';
import { FileLimitsResponse, FileResponse, toFileResponse, toLimitsResponse } from './file.dto.js';

@ApiTags('files')
@Controller('api/v1/files')
export class FilesController {
  constructor(
    private readonly access: FileAccess,
    private readonly links: ContentLinks,
    private readonly limits: FileLimitsReader,
  ) {}

  /** What may be uploaded, how large, and how much of your organization's share is used. */
  @Get('limits')
  @RequirePermission('file.read')
  @ApiOperation({ operationId: 'readFileLimits' })
  @ApiOkResponse({ type: FileLimitsResponse })
  async readLimits(@CurrentActor() actor: Actor): Promise<FileLimitsResponse> {
    return toLimitsResponse(await this.limits.read(actor));
  }

  /** Facts of a file that you uploaded or that is part of something you may read, with a link to its bytes. */
  @Get(':id')
  @RequirePermission('file.read')
  @ApiOperation({ operationId: 'readFile' })
  @ApiOkResponse({ type: FileResponse })
  @ProblemResponses(404)
  async read(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<FileResponse> {
    return toFileResponse(actor, await this.access.load(actor, id), this.links);
  }
}
