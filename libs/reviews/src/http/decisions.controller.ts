import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Param,
  Post,
  Put,
  Query,
  StreamableFile,
} from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type Actor, actingOrganization } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { IdParam, IfMatch, ProblemResponses } from '#libs/platform/http';
import { DecideProposal } from '../app/decide-proposal.js';
import { DecisionSheetReader } from '../app/decision-sheet.reader.js';
import { ExportSheet } from '../app/export-sheet.js';
import { PromoteProposal } from '../app/promote-proposal.js';
import { ReleaseDecisions } from '../app/release-decisions.js';
import {
  DecideProposalDto,
  DecisionBatchResponse,
  DecisionSheetResponse,
  DecisionWrittenResponse,
  SheetPaperQuery,
  toBatch,
  toSheet,
} from './decision.dto.js';

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The decision sheet of a call and the decisions on it: for who runs the call, and for those who decide. */
@ApiTags('reviews')
@Controller('api/v1/calls/:id')
export class DecisionsController {
  constructor(
    private readonly sheets: DecisionSheetReader,
    private readonly exportSheet: ExportSheet,
    private readonly decideProposal: DecideProposal,
    private readonly promoteProposal: PromoteProposal,
    private readonly releaseDecisions: ReleaseDecisions,
  ) {}

  /** Everything handed in for the stage that is assessed, with scores, quotas and decisions. */
  @Get('decision-sheet')
  @RequirePermission('decision.read')
  @ApiOperation({ operationId: 'readDecisionSheet' })
  @ApiOkResponse({ type: DecisionSheetResponse })
  @ProblemResponses(404)
  async sheet(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
  ): Promise<DecisionSheetResponse> {
    return toSheet(await this.sheets.of(actor, id), {
      organizationId: actingOrganization(actor).id,
      manages: actor.permissions.has('review.manage'),
      decides: actor.permissions.has('decision.make'),
    });
  }

  /** The sheet as CSV. */
  @Get('decision-sheet.csv')
  @RequirePermission('decision.read')
  @ApiOperation({ operationId: 'exportDecisionSheetCsv' })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  @ProblemResponses(404)
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="decisions.csv"')
  async csv(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<string> {
    return this.exportSheet.csv(actor, id);
  }

  /** The sheet as a workbook. */
  @Get('decision-sheet.xlsx')
  @RequirePermission('decision.read')
  @ApiOperation({ operationId: 'exportDecisionSheetWorkbook' })
  @ApiProduces(WORKBOOK)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @ProblemResponses(404)
  async workbook(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<StreamableFile> {
    return new StreamableFile(await this.exportSheet.workbook(actor, id), {
      type: WORKBOOK,
      disposition: 'attachment; filename="decisions.xlsx"',
    });
  }

  /** The sheet on paper, as PDF/A: scores, quotas, decisions with their reasons. */
  @Get('decision-sheet.pdf')
  @RequirePermission('decision.read')
  @ApiOperation({ operationId: 'printDecisionSheet' })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @ProblemResponses(404, [422, 'pdf/missing-glyph', 'pdf/too-large'], [503, 'pdf/busy'])
  @Header('cache-control', 'private, no-store')
  async paper(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Query() { language }: SheetPaperQuery,
  ): Promise<StreamableFile> {
    return new StreamableFile(await this.exportSheet.paper(actor, id, language), {
      type: 'application/pdf',
      disposition: 'attachment; filename="decisions.pdf"',
    });
  }

  /** Takes a proposal off the waiting list after the release: public at once, and told to all concerned. */
  @Post('decisions/:proposalId/promote')
  @HttpCode(200)
  @RequirePermission('decision.make')
  @ApiOperation({ operationId: 'promoteProposal' })
  @ApiOkResponse({ type: DecisionWrittenResponse })
  @ProblemResponses(
    [403, 'decision/chair-decides'],
    [403, 'decision/has-a-stake'],
    404,
    [409, 'decision/wrong-state'],
    [409, 'proposal/wrong-state'],
    [422, 'decision/wrong-conditions'],
    [422, 'decision/wrong-outcome'],
  )
  async promote(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) callId: string,
    @Param('proposalId', IdParam) proposalId: string,
    @Body() verdict: DecideProposalDto,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<DecisionWrittenResponse> {
    return { version: await this.promoteProposal.execute(actor, { callId, proposalId }, verdict, version) };
  }

  /** Writes what the deciding body found about a proposal; nobody is told before the release. */
  @Put('decisions/:proposalId')
  @RequirePermission('decision.make')
  @ApiOperation({ operationId: 'decideProposal' })
  @ApiOkResponse({ type: DecisionWrittenResponse })
  @ProblemResponses(
    [403, 'decision/chair-decides'],
    [403, 'decision/has-a-stake'],
    404,
    [409, 'decision/wrong-state'],
    [409, 'proposal/wrong-state'],
    [409, 'decision/already-written'],
    [422, 'decision/wrong-conditions'],
  )
  async decide(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) callId: string,
    @Param('proposalId', IdParam) proposalId: string,
    @Body() verdict: DecideProposalDto,
    @IfMatch() version: number,
  ): Promise<DecisionWrittenResponse> {
    return { version: await this.decideProposal.execute(actor, { callId, proposalId }, verdict, version) };
  }

  /** All decisions stand. Every proposal must have one. */
  @Post('decisions/agree')
  @HttpCode(200)
  @RequirePermission('decision.make')
  @ApiOperation({ operationId: 'agreeDecisions' })
  @ApiOkResponse({ type: DecisionBatchResponse })
  @ProblemResponses(
    [403, 'decision/chair-decides'],
    404,
    [409, 'decision/wrong-state'],
    [409, 'decision/missing'],
  )
  async agree(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<DecisionBatchResponse> {
    return toBatch(await this.releaseDecisions.execute(actor, id, 'agree', version));
  }

  /** Opens decisions again that were agreed on and not released. */
  @Post('decisions/reopen')
  @HttpCode(200)
  @RequirePermission('decision.make')
  @ApiOperation({ operationId: 'reopenDecisions' })
  @ApiOkResponse({ type: DecisionBatchResponse })
  @ProblemResponses([403, 'decision/chair-decides'], 404, [409, 'decision/wrong-state'])
  async reopen(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<DecisionBatchResponse> {
    return toBatch(await this.releaseDecisions.execute(actor, id, 'reopen', version));
  }

  /** Tells everybody at the same time. It cannot be undone. */
  @Post('decisions/release')
  @HttpCode(200)
  @RequirePermission('decision.make')
  @ApiOperation({ operationId: 'releaseDecisions' })
  @ApiOkResponse({ type: DecisionBatchResponse })
  @ProblemResponses(
    [403, 'decision/chair-decides'],
    404,
    [409, 'decision/wrong-state'],
    [409, 'decision/missing'],
  )
  async release(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<DecisionBatchResponse> {
    return toBatch(await this.releaseDecisions.execute(actor, id, 'release', version));
  }
}
