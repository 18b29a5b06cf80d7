import { Body, Controller, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { IdParam, IfMatch, ProblemResponses } from '#libs/platform/http';
import { ManagePartners } from '../app/manage-partners.js';
import { SignOffProposal } from '../app/sign-off-proposal.js';
import { TakePart } from '../app/take-part.js';
import { DescribePartnerDto, InvitePartnerDto, SignOffDto } from './dossier.dto.js';
import { DossierResponse } from './dossier-response.dto.js';
import { PresentDossier } from './present-dossier.js';

@ApiTags('proposals')
@Controller('api/v1/proposals/:id')
export class PartnersController {
  constructor(
    private readonly dossiers: PresentDossier,
    private readonly partners: ManagePartners,
    private readonly takePart: TakePart,
    private readonly signOff: SignOffProposal,
  ) {}

  /** Invites an organization to the consortium; from then on it reads the proposal. */
  @Post('partners')
  @HttpCode(200)
  @RequirePermission('proposal.update')
  @ApiOperation({ operationId: 'invitePartner' })
  @ApiOkResponse({ type: DossierResponse })
  @ProblemResponses(
    404,
    [409, 'proposal/not-editable'],
    [409, 'proposal/field-closed'],
    [409, 'proposal/partner-already-there'],
    [422, 'proposal/no-such-partner', 'proposal/runs-the-call'],
  )
  async invitePartner(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() { organizationId, ...part }: InvitePartnerDto,
  ): Promise<DossierResponse> {
    await this.partners.invite(actor, id, organizationId, part);
    return this.dossiers.of(actor, id);
  }

  /** Says what a partner does, and its part of the budget. */
  @Put('partners/:organizationId')
  @RequirePermission('proposal.update')
  @ApiOperation({ operationId: 'describePartner' })
  @ApiOkResponse({ type: DossierResponse })
  @ProblemResponses(404, [409, 'proposal/not-editable'], [409, 'proposal/field-closed'])
  async describePartner(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Param('organizationId', IdParam) organizationId: string,
    @IfMatch() version: number,
    @Body() part: DescribePartnerDto,
  ): Promise<DossierResponse> {
    await this.partners.describe(actor, id, organizationId, part, version);
    return this.dossiers.of(actor, id);
  }

  /** Takes an organization off the consortium. */
  @Post('partners/:organizationId/remove')
  @HttpCode(200)
  @RequirePermission('proposal.update')
  @ApiOperation({ operationId: 'removePartner' })
  @ApiOkResponse({ type: DossierResponse })
  @ProblemResponses(
    404,
    [409, 'proposal/wrong-part'],
    [409, 'proposal/not-editable'],
    [409, 'proposal/field-closed'],
  )
  async removePartner(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Param('organizationId', IdParam) organizationId: string,
  ): Promise<DossierResponse> {
    await this.partners.remove(actor, id, organizationId);
    return this.dossiers.of(actor, id);
  }

  /** The acting organization takes part. */
  @Post('accept-partnership')
  @HttpCode(200)
  @RequirePermission('proposal.join')
  @ApiOperation({ operationId: 'acceptPartnership' })
  @ApiOkResponse({ type: DossierResponse })
  @ProblemResponses(
    404,
    [409, 'proposal/wrong-part'],
    [409, 'proposal/not-editable'],
    [422, 'proposal/runs-the-call'],
  )
  async acceptPartnership(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
  ): Promise<DossierResponse> {
    await this.takePart.accept(actor, id);
    return this.dossiers.of(actor, id);
  }

  /** The acting organization stands behind the exact content with this hash. */
  @Post('sign-off')
  @HttpCode(200)
  @RequirePermission('proposal.join')
  @ApiOperation({ operationId: 'signOffProposal' })
  @ApiOkResponse({ type: DossierResponse })
  @ProblemResponses(
    404,
    [409, 'proposal/wrong-part'],
    [409, 'proposal/not-editable'],
    [409, 'proposal/content-changed'],
  )
  async signOffProposal(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() { sha256 }: SignOffDto,
  ): Promise<DossierResponse> {
    await this.signOff.execute(actor, id, sha256);
    return this.dossiers.of(actor, id);
  }

  /** The acting organization does not take part; the proposal is not its to read any more. */
  @Post('decline-partnership')
  @HttpCode(204)
  @RequirePermission('proposal.join')
  @ApiOperation({ operationId: 'declinePartnership' })
  @ApiNoContentResponse()
  @ProblemResponses(404, [409, 'proposal/wrong-part'], [409, 'proposal/not-editable'])
  async declinePartnership(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<void> {
    await this.takePart.decline(actor, id);
  }

  /** The acting organization leaves the consortium, and with it those who write along for it. */
  @Post('leave')
  @HttpCode(204)
  @RequirePermission('proposal.join')
  @ApiOperation({ operationId: 'leaveProposal' })
  @ApiNoContentResponse()
  @ProblemResponses(404, [409, 'proposal/wrong-part'], [409, 'proposal/not-editable'])
  async leaveProposal(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<void> {
    await this.takePart.leave(actor, id);
  }
}
