import { Body, Controller, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { IdParam, IfMatch, ProblemResponses } from '#libs/platform/http';
import { EditDossier } from '../app/edit-dossier.js';
import { ProposalStoryReader } from '../app/proposal-story.reader.js';
import { ReopenProposal } from '../app/reopen-proposal.js';
import { AcknowledgeCallDto, EditDossierDto } from './dossier.dto.js';
import { DossierResponse, ProposalStoryResponse } from './dossier-response.dto.js';
import { PresentDossier } from './present-dossier.js';

@ApiTags('proposals')
@Controller('api/v1/proposals/:id')
export class DossierController {
  constructor(
    private readonly dossiers: PresentDossier,
    private readonly editDossier: EditDossier,
    private readonly reopenProposal: ReopenProposal,
    private readonly story: ProposalStoryReader,
  ) {}

  /**
   * Everything around a proposal, and what is missing before it can be handed in; for those with a part in it.
   * Who runs the call, and the secretariat, see it once it was handed in.
   */
  @Get('dossier')
  @RequirePermission('proposal.read')
  @ApiOperation({ operationId: 'readDossier' })
  @ApiOkResponse({ type: DossierResponse })
  @ProblemResponses(404)
  async read(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<DossierResponse> {
    return this.dossiers.of(actor, id);
  }

  /** Replaces the sent fields; of the answers those that are named and that the form asks for. */
  @Patch('dossier')
  @RequirePermission('proposal.update')
  @ApiOperation({ operationId: 'editDossier' })
  @ApiOkResponse({ type: DossierResponse })
  @ProblemResponses(404, [409, 'proposal/not-editable'], [409, 'proposal/field-closed'])
  async edit(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch() version: number,
    @Body() changes: EditDossierDto,
  ): Promise<DossierResponse> {
    await this.editDossier.execute(actor, id, changes, version);
    return this.dossiers.of(actor, id);
  }

  /** Says that the newest terms of the call were looked at; nothing that was written is lost. */
  @Post('acknowledge-call')
  @HttpCode(200)
  @RequirePermission('proposal.update')
  @ApiOperation({ operationId: 'acknowledgeCall' })
  @ApiOkResponse({ type: DossierResponse })
  @ProblemResponses(404, [409, 'proposal/not-editable'], [409, 'proposal/call-changed'])
  async acknowledge(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() { callVersion }: AcknowledgeCallDto,
  ): Promise<DossierResponse> {
    await this.editDossier.acknowledgeCall(actor, id, callVersion);
    return this.dossiers.of(actor, id);
  }

  /** Makes a draft again of what was withdrawn, to be handed in as a new version; in a call before its deadline. */
  @Post('reopen')
  @HttpCode(200)
  @RequirePermission('proposal.submit')
  @ApiOperation({ operationId: 'reopenProposal' })
  @ApiOkResponse({ type: DossierResponse })
  @ProblemResponses(404, [409, 'proposal/wrong-state'], [409, 'proposal/stage-closed'])
  async reopen(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<DossierResponse> {
    await this.reopenProposal.execute(actor, id, version);
    return this.dossiers.of(actor, id);
  }

  /** The story of a proposal in public words, oldest first. */
  @Get('steps')
  @RequirePermission('proposal.read')
  @ApiOperation({ operationId: 'listProposalSteps' })
  @ApiOkResponse({ type: ProposalStoryResponse })
  @ProblemResponses(404)
  async steps(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
  ): Promise<ProposalStoryResponse> {
    const steps = await this.story.of(actor, id);
    const items = steps.map(({ fields, dueAt, at, ...step }) => ({
      ...step,
      fields: fields && [...fields],
      dueAt: dueAt?.toISOString() ?? null,
      at: at.toISOString(),
    }));
    return { items, nextCursor: null };
  }
}
