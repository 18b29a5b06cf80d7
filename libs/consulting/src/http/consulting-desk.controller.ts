import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RequirePermission } from '#libs/platform/auth';
import { Cursors } from '#libs/platform/http';
import { ConsultingDeskReader } from '../app/consulting-desk.reader.js';
import { DeskOverviewResponse, DeskPageResponse, ListDeskQuery, toDeskItem } from './consulting-desk.dto.js';

/** What waits on whom. */
@ApiTags('consulting')
@Controller('api/v1/consulting-desk')
export class ConsultingDeskController {
  constructor(
    private readonly desk: ConsultingDeskReader,
    private readonly cursors: Cursors,
  ) {}

  /** How many requests wait on whom, how long things take, and how much is asked of each expert. */
  @Get()
  @RequirePermission('consulting-request.triage')
  @ApiOperation({ operationId: 'readConsultingDesk' })
  @ApiOkResponse({ type: DeskOverviewResponse })
  async overview(): Promise<DeskOverviewResponse> {
    const [figures, experts] = await Promise.all([this.desk.figures(), this.desk.loads()]);
    return { figures, experts };
  }

  /** Requests of everybody that are not over, what is due first before the rest. */
  @Get('requests')
  @RequirePermission('consulting-request.triage')
  @ApiOperation({ operationId: 'listDeskRequests' })
  @ApiOkResponse({ type: DeskPageResponse })
  async requests(@Query() query: ListDeskQuery): Promise<DeskPageResponse> {
    const waitsOn = query.waitsOn ?? [];
    const scope = `consulting-desk ${[...waitsOn].sort().join()}`;
    const after = this.cursors.read<[string, string]>(query.cursor, scope);
    const rows = await this.desk.list(waitsOn, after, query.limit + 1);
    const page = this.cursors.page(rows, query.limit, scope, ({ place, id }) => [place, id] as const);
    return { items: page.items.map(toDeskItem), nextCursor: page.nextCursor };
  }
}
