import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { IdParam, ProblemResponses } from '#libs/platform/http';
import { AskLetter } from '../app/ask-letter.js';
import { SupportProposal } from '../app/support-proposal.js';
import { AskLetterDto, GiveLetterDto, LetterReasonDto } from './dossier.dto.js';
import { DossierResponse } from './dossier-response.dto.js';
import { PresentDossier } from './present-dossier.js';

@ApiTags('proposals')
@Controller('api/v1/proposals/:id')
export class LettersController {
  constructor(
    private readonly dossiers: PresentDossier,
    private readonly askLetter: AskLetter,
    private readonly support: SupportProposal,
  ) {}

  /** Asks a city for a letter of support; from then on it reads the proposal. */
  @Post('letters')
  @HttpCode(200)
  @RequirePermission('proposal.update')
  @ApiOperation({ operationId: 'askLetterOfSupport' })
  @ApiOkResponse({ type: DossierResponse })
  @ProblemResponses(
    404,
    [409, 'proposal/not-editable'],
    [409, 'proposal/field-closed'],
    [409, 'proposal/letter-already-there'],
    [422, 'proposal/no-such-partner'],
  )
  async askLetterOfSupport(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() { organizationId }: AskLetterDto,
  ): Promise<DossierResponse> {
    await this.askLetter.execute(actor, id, organizationId);
    return this.dossiers.of(actor, id);
  }

  /** A signatory of the city gives the letter, dated today. */
  @Post('letter/give')
  @HttpCode(200)
  @RequirePermission('proposal.support')
  @ApiOperation({ operationId: 'giveLetterOfSupport' })
  @ApiOkResponse({ type: DossierResponse })
  @ProblemResponses([403, 'proposal/signatory-only'], 404, [409, 'proposal/wrong-part'])
  async giveLetterOfSupport(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() letter: GiveLetterDto,
  ): Promise<DossierResponse> {
    await this.support.give(actor, id, letter);
    return this.dossiers.of(actor, id);
  }

  /** A signatory of the city gives no letter; the proposal is not the city's to read any more. */
  @Post('letter/decline')
  @HttpCode(204)
  @RequirePermission('proposal.support')
  @ApiOperation({ operationId: 'declineLetterOfSupport' })
  @ApiNoContentResponse()
  @ProblemResponses([403, 'proposal/signatory-only'], 404, [409, 'proposal/wrong-part'])
  async declineLetterOfSupport(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() { reason }: LetterReasonDto,
  ): Promise<void> {
    await this.support.decline(actor, id, reason);
  }

  /** A signatory of the city takes its letter back. What was handed in keeps the letter as it stood. */
  @Post('letter/revoke')
  @HttpCode(204)
  @RequirePermission('proposal.support')
  @ApiOperation({ operationId: 'revokeLetterOfSupport' })
  @ApiNoContentResponse()
  @ProblemResponses([403, 'proposal/signatory-only'], 404, [409, 'proposal/wrong-part'])
  async revokeLetterOfSupport(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() { reason }: LetterReasonDto,
  ): Promise<void> {
    await this.support.revoke(actor, id, reason);
  }
}
