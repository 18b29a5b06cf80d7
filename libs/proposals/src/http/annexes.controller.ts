import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { IdParam, ProblemResponses } from '#libs/platform/http';
import { AttachAnnex } from '../app/attach-annex.js';
import { AddAnnexDto } from './dossier.dto.js';
import { DossierResponse } from './dossier-response.dto.js';
import { PresentDossier } from './present-dossier.js';

@ApiTags('proposals')
@Controller('api/v1/proposals/:id/annexes')
export class AnnexesController {
  constructor(
    private readonly dossiers: PresentDossier,
    private readonly annexes: AttachAnnex,
  ) {}

  /** Lets a file that was uploaded for it go with the proposal. */
  @Post('')
  @HttpCode(200)
  @RequirePermission('proposal.update')
  @ApiOperation({ operationId: 'addAnnex' })
  @ApiOkResponse({ type: DossierResponse })
  @ProblemResponses(
    404,
    [409, 'proposal/not-editable'],
    [409, 'proposal/field-closed'],
    [422, 'file/unusable'],
  )
  async addAnnex(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() annex: AddAnnexDto,
  ): Promise<DossierResponse> {
    await this.annexes.add(actor, id, annex);
    return this.dossiers.of(actor, id);
  }

  /** Takes a file out; what was handed in with it keeps it. */
  @Post(':annexId/remove')
  @HttpCode(200)
  @RequirePermission('proposal.update')
  @ApiOperation({ operationId: 'removeAnnex' })
  @ApiOkResponse({ type: DossierResponse })
  @ProblemResponses(404, [409, 'proposal/not-editable'], [409, 'proposal/field-closed'])
  async removeAnnex(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Param('annexId', IdParam) annexId: string,
  ): Promise<DossierResponse> {
    await this.annexes.remove(actor, id, annexId);
    return this.dossiers.of(actor, id);
  }
}
