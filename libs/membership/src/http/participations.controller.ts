import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { OrganizationsReader } from '#libs/organizations';
import { RequirePermission } from '#libs/platform/auth';
import { Cursors } from '#libs/platform/http';
import { ParticipationReader } from '../app/participation.reader.js';
import {
  DueParticipationPageResponse,
  ListParticipationsQuery,
  toDueParticipation,
} from './participation.dto.js';

/** For the secretariat's desk. */
@ApiTags('memberships')
@Controller('api/v1/participations')
export class ParticipationsController {
  constructor(
    private readonly participation: ParticipationReader,
    private readonly organizations: OrganizationsReader,
    private readonly cursors: Cursors,
  ) {}

  /** Who was asked for the yearly confirmation and has not answered, and who is hidden for want of it; soonest first. */
  @Get()
  @RequirePermission('membership.decide')
  @ApiOperation({ operationId: 'listParticipations' })
  @ApiOkResponse({ type: DueParticipationPageResponse })
  async list(
    @Query() { standing = [], cursor, limit }: ListParticipationsQuery,
  ): Promise<DueParticipationPageResponse> {
    const scope = `participations ${[...standing].sort().join()}`;
    const after = this.cursors.read<[string, string]>(cursor, scope);
    const rows = await this.participation.due(standing, after ?? null, limit + 1);
    const cards = await this.organizations.cards(rows.map(({ organizationId }) => organizationId));
    const { items, nextCursor } = this.cursors.page(rows, limit, scope, ({ dueAt, organizationId }) => [
      dueAt.toISOString(),
      organizationId,
    ]);
    return { items: items.map((row) => toDueParticipation(row, cards)), nextCursor };
  }
}
