import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type Actor, actingOrganization } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { Cursors, IdParam, IfMatch, ProblemResponses } from '#libs/platform/http';
import { CancelEngagement } from '../app/cancel-engagement.js';
import { EngagementsReader, type ListedEngagement } from '../app/engagements.reader.js';
import { PrintAgreement } from '../app/print/print-agreement.js';
import { SignAgreement } from '../app/sign-agreement.js';
import { EngagementReasonDto, EngagementsQuery, SignAgreementDto } from './engagement.dto.js';
import {
  EngagementPageResponse,
  EngagementResponse,
  type ListedEngagementResponse,
} from './engagement-response.dto.js';
import { PresentEngagement, toOrganization } from './present-engagement.js';

/** Engagements: lists, rooms, and the agreement. */
@ApiTags('engagements')
@Controller('api/v1/engagements')
export class EngagementsController {
  constructor(
    private readonly engagements: EngagementsReader,
    private readonly signAgreement: SignAgreement,
    private readonly cancelEngagement: CancelEngagement,
    private readonly printAgreement: PrintAgreement,
    private readonly present: PresentEngagement,
    private readonly cursors: Cursors,
  ) {}

  /** Those the acting organization is a party of, newest first; for the secretariat all. */
  @Get()
  @RequirePermission('engagement.read')
  @ApiOperation({ operationId: 'listEngagements' })
  @ApiOkResponse({ type: EngagementPageResponse })
  async list(
    @CurrentActor() actor: Actor,
    @Query() { limit, cursor, state }: EngagementsQuery,
  ): Promise<EngagementPageResponse> {
    const scope = `engagements ${actingOrganization(actor).id} ${[...state].sort().join()}`;
    const after = this.cursors.read<string>(cursor, scope) ?? null;
    const rows = await this.engagements.list(actor, { states: state, after, limit: limit + 1 });
    const page = this.cursors.page(rows, limit, scope, ({ engagement }) => engagement.id);
    return { items: page.items.map(toListed), nextCursor: page.nextCursor };
  }

  /** One with everything the reader may see of it but the ratings. */
  @Get(':id')
  @RequirePermission('engagement.read')
  @ApiOperation({ operationId: 'readEngagement' })
  @ApiOkResponse({ type: EngagementResponse })
  @ProblemResponses(404)
  async read(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<EngagementResponse> {
    return this.present.one(actor, id);
  }

  /** Signs the agreement, or confirms the cost that is borne; for an owner or signatory of the party whose turn it is. */
  @Post(':id/sign')
  @HttpCode(200)
  @RequirePermission('engagement.sign')
  @ApiOperation({ operationId: 'signAgreement' })
  @ApiOkResponse({ type: EngagementResponse })
  @ProblemResponses(
    404,
    [403, 'engagement/not-yours-to-sign'],
    [409, 'engagement/wrong-state', 'engagement/not-your-turn', 'engagement/other-terms'],
  )
  async sign(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() { termsHash }: SignAgreementDto,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<EngagementResponse> {
    await this.signAgreement.execute(actor, id, termsHash, version);
    return this.read(actor, id);
  }

  /** Steps back before work begins. */
  @Post(':id/cancel')
  @HttpCode(200)
  @RequirePermission('engagement.work')
  @ApiOperation({ operationId: 'cancelEngagement' })
  @ApiOkResponse({ type: EngagementResponse })
  @ProblemResponses(404, [403, 'engagement/wrong-side'], [409, 'engagement/wrong-state'])
  async cancel(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() reason: EngagementReasonDto,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<EngagementResponse> {
    await this.cancelEngagement.execute(actor, id, reason, version);
    return this.read(actor, id);
  }

  /** The agreement to print and keep, as PDF/A, with the signatures so far. */
  @Get(':id/agreement.pdf')
  @RequirePermission('engagement.read')
  @ApiOperation({ operationId: 'printAgreement' })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @ProblemResponses(404, [422, 'pdf/missing-glyph', 'pdf/too-large'], [503, 'pdf/busy'])
  @Header('cache-control', 'private, no-store')
  async print(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<StreamableFile> {
    const pdf = await this.printAgreement.execute(actor, id);
    return new StreamableFile(pdf, {
      type: 'application/pdf',
      disposition: `attachment; filename="agreement-${id.slice(-12)}.pdf"`,
      length: pdf.length,
    });
  }
}

function toListed({ engagement, requester, consultant }: ListedEngagement): ListedEngagementResponse {
  const { id, title, state, version, createdAt, signatureDueAt } = engagement;
  return {
    id,
    title,
    state,
    requester: requester ? toOrganization(requester, requester.id) : null,
    consultant: consultant ? toOrganization(consultant, consultant.id) : null,
    signatureDueAt: state === 'agreement' ? signatureDueAt.toISOString() : null,
    version,
    createdAt: createdAt.toISOString(),
  };
}
