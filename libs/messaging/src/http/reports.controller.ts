import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, NotFound } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { Cursors, IdParam, IfMatch, ProblemResponses } from '#libs/platform/http';
import { ConversationReportsReader } from '../app/conversation-reports.reader.js';
import { DecideReport } from '../app/decide-report.js';
import { FileReport } from '../app/file-report.js';
import type { ReportVerb } from '../domain/conversation-report.js';
import {
  DecideReportDto,
  FileReportDto,
  ListReportsQuery,
  MessageReportPageResponse,
  MessageReportResponse,
  OwnReportResponse,
  OwnReportsResponse,
  toMessageReport,
  toOwnReport,
} from './report.dto.js';

/** Reporting messages, and the moderation queue of the secretariat. */
@ApiTags('moderation')
@Controller('api/v1')
export class ReportsController {
  constructor(
    private readonly reports: ConversationReportsReader,
    private readonly fileReport: FileReport,
    private readonly decideReport: DecideReport,
    private readonly cursors: Cursors,
  ) {}

  /** Reports a message or the conversation to the secretariat; answers the number of the case. */
  @Post('conversations/:id/reports')
  @RequirePermission('conversation.read')
  @ApiOperation({ operationId: 'reportConversation' })
  @ApiCreatedResponse({ type: OwnReportResponse })
  @ProblemResponses(404)
  async file(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() { seq, reason, note, language }: FileReportDto,
  ): Promise<OwnReportResponse> {
    return toOwnReport(
      await this.fileReport.execute(actor, id, {
        ...{ seq, reason },
        note: note ?? null,
        language: language ?? null,
      }),
    );
  }

  /** What you reported, with its outcome. */
  @Get('own-message-reports')
  @RequirePermission('conversation.read')
  @ApiOperation({ operationId: 'listOwnMessageReports' })
  @ApiOkResponse({ type: OwnReportsResponse })
  async own(@CurrentActor() actor: Actor): Promise<OwnReportsResponse> {
    return { items: (await this.reports.own(actor)).map(toOwnReport) };
  }

  /** The moderation queue. */
  @Get('message-reports')
  @RequirePermission('moderation.read')
  @ApiOperation({ operationId: 'listMessageReports' })
  @ApiOkResponse({ type: MessageReportPageResponse })
  async list(@Query() query: ListReportsQuery): Promise<MessageReportPageResponse> {
    const { state = 'received', limit } = query;
    const scope = `message-reports ${state}`;
    const after = this.cursors.read<string>(query.cursor, scope);
    const rows = await this.reports.queue({ state, after, limit: limit + 1 });
    const page = this.cursors.page(rows, limit, scope, ({ id }) => id);
    return { items: page.items.flatMap(toMessageReport), nextCursor: page.nextCursor };
  }

  /** One case. */
  @Get('message-reports/:id')
  @RequirePermission('moderation.read')
  @ApiOperation({ operationId: 'readMessageReport' })
  @ApiOkResponse({ type: MessageReportResponse })
  @ProblemResponses(404)
  async read(@Param('id', IdParam) id: string): Promise<MessageReportResponse> {
    const [report] = toMessageReport(await this.reports.one(id));
    if (!report) throw new NotFound();
    return report;
  }

  /** Finds the report right, and takes the message away where that is said. The reporter is told. */
  @Post('message-reports/:id/uphold')
  @HttpCode(200)
  @RequirePermission('moderation.decide')
  @ApiOperation({ operationId: 'upholdMessageReport' })
  @ApiOkResponse({ type: MessageReportResponse })
  @ProblemResponses(404, [409, 'conversation-report/wrong-state'])
  async uphold(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
    @Body() input: DecideReportDto,
  ): Promise<MessageReportResponse> {
    return this.decide(actor, 'uphold', id, version, input);
  }

  /** Finds nothing wrong. The reporter is told. */
  @Post('message-reports/:id/dismiss')
  @HttpCode(200)
  @RequirePermission('moderation.decide')
  @ApiOperation({ operationId: 'dismissMessageReport' })
  @ApiOkResponse({ type: MessageReportResponse })
  @ProblemResponses(404, [409, 'conversation-report/wrong-state'])
  async dismiss(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
    @Body() input: DecideReportDto,
  ): Promise<MessageReportResponse> {
    return this.decide(actor, 'dismiss', id, version, input);
  }

  private async decide(
    actor: Actor,
    verb: ReportVerb,
    id: string,
    version: number | undefined,
    { outcome, language, removesMessage = false }: DecideReportDto,
  ): Promise<MessageReportResponse> {
    const decision = { outcome, outcomeLanguage: language ?? null, removesMessage };
    await this.decideReport.execute(actor, verb, id, decision, version);
    return this.read(id);
  }
}
