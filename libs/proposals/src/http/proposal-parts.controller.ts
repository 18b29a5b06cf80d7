import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { ProposalPartsResponse } from './dossier-response.dto.js';
import { PresentDossier } from './present-dossier.js';

@ApiTags('proposals')
@Controller('api/v1/proposal-parts')
export class ProposalPartsController {
  constructor(private readonly dossiers: PresentDossier) {}

  /** Proposals in which the acting organization or person has a part, or is asked to; newest first, at most 200. */
  @Get()
  @RequirePermission('proposal.read')
  @ApiOperation({ operationId: 'listProposalParts' })
  @ApiOkResponse({ type: ProposalPartsResponse })
  async list(@CurrentActor() actor: Actor): Promise<ProposalPartsResponse> {
    return { items: await this.dossiers.parts(actor), nextCursor: null };
  }
}
