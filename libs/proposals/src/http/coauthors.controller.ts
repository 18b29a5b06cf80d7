import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { IdParam, ProblemResponses } from '#libs/platform/http';
import { ManageCoauthors } from '../app/manage-coauthors.js';
import { WriteAlong } from '../app/write-along.js';
import { InviteCoauthorDto } from './dossier.dto.js';
import { DossierResponse } from './dossier-response.dto.js';
import { PresentDossier } from './present-dossier.js';

@ApiTags('proposals')
@Controller('api/v1/proposals/:id/coauthors')
export class CoauthorsController {
  constructor(
    private readonly dossiers: PresentDossier,
    private readonly coauthors: ManageCoauthors,
    private readonly writeAlong: WriteAlong,
  ) {}

  /** Invites a person of the lead or of a partner to view, comment or edit. */
  @Post('')
  @HttpCode(200)
  @RequirePermission('proposal.update')
  @ApiOperation({ operationId: 'inviteCoauthor' })
  @ApiOkResponse({ type: DossierResponse })
  @ProblemResponses(
    404,
    [409, 'proposal/not-editable'],
    [409, 'proposal/field-closed'],
    [409, 'proposal/coauthor-already-there'],
    [422, 'proposal/not-of-consortium'],
  )
  async inviteCoauthor(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() { email, access }: InviteCoauthorDto,
  ): Promise<DossierResponse> {
    await this.coauthors.invite(actor, id, email, access);
    return this.dossiers.of(actor, id);
  }

  /** Takes somebody off those who write, or an invitation back. */
  @Post(':coauthorId/remove')
  @HttpCode(200)
  @RequirePermission('proposal.update')
  @ApiOperation({ operationId: 'removeCoauthor' })
  @ApiOkResponse({ type: DossierResponse })
  @ProblemResponses(
    404,
    [409, 'proposal/not-editable'],
    [409, 'proposal/field-closed'],
    [409, 'proposal-coauthor/wrong-state'],
  )
  async removeCoauthor(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Param('coauthorId', IdParam) coauthorId: string,
  ): Promise<DossierResponse> {
    await this.coauthors.remove(actor, id, coauthorId);
    return this.dossiers.of(actor, id);
  }

  /** The invited person writes along. */
  @Post(':coauthorId/accept')
  @HttpCode(200)
  @RequirePermission('proposal.write-along')
  @ApiOperation({ operationId: 'acceptCoauthorship' })
  @ApiOkResponse({ type: DossierResponse })
  @ProblemResponses(404, [409, 'proposal/wrong-part'])
  async acceptCoauthorship(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Param('coauthorId', IdParam) coauthorId: string,
  ): Promise<DossierResponse> {
    await this.writeAlong.answer(actor, id, coauthorId, 'accept');
    return this.dossiers.of(actor, id);
  }

  /** The invited person does not write along. */
  @Post(':coauthorId/decline')
  @HttpCode(200)
  @RequirePermission('proposal.write-along')
  @ApiOperation({ operationId: 'declineCoauthorship' })
  @ApiOkResponse({ type: DossierResponse })
  @ProblemResponses(404, [409, 'proposal/wrong-part'])
  async declineCoauthorship(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Param('coauthorId', IdParam) coauthorId: string,
  ): Promise<DossierResponse> {
    await this.writeAlong.answer(actor, id, coauthorId, 'decline');
    return this.dossiers.of(actor, id);
  }
}
