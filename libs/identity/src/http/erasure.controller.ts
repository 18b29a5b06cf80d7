import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { ProblemResponses } from '#libs/platform/http';
import { CancelErasure } from '../app/cancel-erasure.js';
import { RequestErasure } from '../app/request-erasure.js';
import { ErasureResponse } from './account.dto.js';

@ApiTags('account')
@Controller('api/v1/account/erasure')
export class ErasureController {
  constructor(
    private readonly requestErasure: RequestErasure,
    private readonly cancelErasure: CancelErasure,
  ) {}

  /**
   * Asks to be erased in ten days; until then it can be taken back. What you wrote to others stays, without your
   * name. 409 `identity/last-owner` with `organizationIds` when you own an organization alone.
   */
  @Post()
  @HttpCode(200)
  @RequirePermission('account.update')
  @ApiOperation({ operationId: 'requestErasure' })
  @ApiOkResponse({ type: ErasureResponse })
  @ProblemResponses([403, 'auth/proof-required'], [409, 'identity/last-owner'])
  async request(@CurrentActor() actor: Actor): Promise<ErasureResponse> {
    return { dueAt: (await this.requestErasure.execute(actor)).toISOString() };
  }

  /** Takes the wish back; harmless when there is none. */
  @Post('cancel')
  @HttpCode(204)
  @RequirePermission('account.update')
  @ApiOperation({ operationId: 'cancelErasure' })
  @ApiNoContentResponse()
  async cancel(@CurrentActor() actor: Actor): Promise<void> {
    await this.cancelErasure.execute(actor);
  }
}
