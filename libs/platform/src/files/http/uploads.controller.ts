import { Controller, Delete, Head, HttpCode, Param, Patch, Post, Req, Res } from '@nestjs/common';
import {
  ApiConsumes,
  ApiBody,
  ApiCreatedResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, NotFound } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { IdParam, ProblemResponses } from '#libs/platform/http';
import { BeginUpload } from '../app/begin-upload.js';
import { DiscardFile } from '../app/discard-file.js';
import { FileAccess } from '../app/file-access.js';
import { FinishUpload } from '../app/finish-upload.js';
import type { Upload } from '../data/file.repository.js';
import { OffsetMismatch } from '../domain/file.errors.js';
import { type TusAnswer, TusUploads, VERSION } from '../uploads/tus-uploads.js';
import { announcedFile } from './announced-file.js';
import { UploadResponse } from './file.dto.js';
import { assertUploadBody, UPLOAD_BODY } from './upload-body.js';

const VERSION_HEADER = {
  name: 'Tus-Resumable',
  required: true,
  example: VERSION,
  schema: { type: 'string' },
};
const REFUSED_CONTENT = [
  [409, 'file/upload-busy'],
  [415, 'file/type-not-allowed'],
  [422, 'file/archive-suspicious', 'file/picture-too-large', 'file/picture-damaged'],
] as const;

/** Resumable uploads by the tus protocol, version 1.0.0: every tus client can use these routes. */
@ApiTags('files')
@ApiHeader(VERSION_HEADER)
@Controller('api/v1/files/uploads')
export class UploadsController {
  constructor(
    private readonly access: FileAccess,
    private readonly tus: TusUploads,
    private readonly beginUpload: BeginUpload,
    private readonly finishUpload: FinishUpload,
    private readonly discardFile: DiscardFile,
  ) {}

  /** Announces a file of your organization. Its bytes go to `Location`, in as many requests as it takes. */
  @Post()
  @RequirePermission('file.create')
  @ApiOperation({ operationId: 'beginUpload' })
  @ApiHeader({ name: 'Upload-Length', required: true, description: 'Bytes to come.', example: '182044' })
  @ApiHeader({
    name: 'Upload-Metadata',
    required: true,
    description: '`purpose` and `filename`, each with its value in base64 of UTF-8.',
    example: 'purpose cmVnaXN0cmF0aW9uLWRvY3VtZW50,filename YS5wZGY=',
  })
  @ApiCreatedResponse({ type: UploadResponse })
  @ProblemResponses(
    [400, 'file/length-required', 'file/metadata-malformed'],
    [412, 'file/tus-version'],
    [413, 'file/too-large'],
    415,
    [422, 'file/purpose-unknown', 'file/name-invalid', 'file/empty', 'file/quota-exceeded'],
  )
  async begin(
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<UploadResponse> {
    const { id, bytes, expiresAt } = await this.beginUpload.execute(actor, announcedFile(request.headers));
    try {
      const { headers } = await this.tus.handle(request, { id, announcedBytes: bytes });
      void reply.headers(headers);
    } catch (error) {
      await this.discardFile.execute(actor, id);
      throw error;
    }
    return { id, length: bytes, expiresAt };
  }

  /** How much of an upload of yours has arrived, in `Upload-Offset`. */
  @Head(':id')
  @RequirePermission('file.create')
  @ApiOperation({ operationId: 'readUpload' })
  @ApiOkResponse({ description: 'See Upload-Offset and Upload-Length.' })
  @ProblemResponses(404, [412, 'file/tus-version'], ...REFUSED_CONTENT)
  async read(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const answer = (await this.ask(actor, id, request)) ?? finished(await this.access.loadUpload(actor, id));
    void reply.headers(answer.headers);
  }

  /** Adds bytes where the last ones ended. With the last of them the file is checked; what is refused is deleted. */
  @Patch(':id')
  @HttpCode(204)
  @RequirePermission('file.create')
  @ApiOperation({ operationId: 'continueUpload' })
  @ApiHeader({ name: 'Upload-Offset', required: true, description: 'Where these bytes begin.', example: '0' })
  @ApiConsumes(UPLOAD_BODY)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiNoContentResponse({ description: 'They have arrived; Upload-Offset says how many in all.' })
  @ProblemResponses(
    [400, 'file/upload-malformed'],
    404,
    [409, 'file/offset-mismatch', 'file/upload-busy'],
    [412, 'file/tus-version'],
    [413, 'file/too-large'],
    ...REFUSED_CONTENT.slice(1),
  )
  async continue(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const answer = await this.ask(actor, id, request);
    if (!answer) throw new OffsetMismatch();
    void reply.headers(answer.headers);
  }

  /** Gives an upload up, or deletes the file that came of it, as long as it is part of nothing. */
  @Delete(':id')
  @HttpCode(204)
  @RequirePermission('file.create')
  @ApiOperation({ operationId: 'discardUpload' })
  @ApiNoContentResponse({ description: 'Gone.' })
  @ProblemResponses(404, [409, 'file/attached', 'file/upload-busy'])
  async discard(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.discardFile.execute(actor, id);
    void reply.header('tus-resumable', VERSION);
  }

  /**
   * Lets tus answer, and looks at what has arrived when that is all; also when it was only asked, because the process
   * that took the last bytes may not have lived to do it. Undefined when the upload is a file already: perhaps it
   * became one while this request waited for its turn.
   */
  private async ask(actor: Actor, id: string, request: FastifyRequest): Promise<TusAnswer | undefined> {
    const upload = await this.access.loadUpload(actor, id);
    if (upload.state !== 'uploading') return undefined;
    if (request.method === 'PATCH') assertUploadBody(request.headers['content-type']);
    const answer = await this.tus.handle(request, upload).catch(async (error: unknown) => {
      const became =
        error instanceof NotFound && (await this.access.loadUpload(actor, id)).state !== 'uploading';
      if (became) return undefined;
      throw error;
    });
    if (answer?.offset === upload.announcedBytes) await this.finishUpload.execute(actor, id);
    return answer;
  }
}

/** What tus would say of an upload that it does not hold any more. */
function finished({ announcedBytes }: Upload): TusAnswer {
  const bytes = String(announcedBytes);
  const headers = { 'tus-resumable': VERSION, 'upload-offset': bytes, 'upload-length': bytes };
  return { headers, offset: announcedBytes };
}
