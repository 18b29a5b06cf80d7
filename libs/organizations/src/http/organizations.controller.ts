import { Body, Controller, Get, Param, Patch, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiPermanentRedirectResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, NotFound } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { Cursors, IdParam, IfMatch, Moved, ProblemResponses } from '#libs/platform/http';
import { CountriesReader } from '../app/countries.reader.js';
import { type OrganizationDetails, OrganizationDetailsReader } from '../app/organization-details.reader.js';
import { OrganizationsReader } from '../app/organizations.reader.js';
import { UpdateOrganization } from '../app/update-organization.js';
import {
  ListOrganizationsQuery,
  OrganizationPageResponse,
  OrganizationResponse,
  toCardResponse,
  toOrganizationResponse,
  UpdateOrganizationDto,
} from './organization.dto.js';

@ApiTags('organizations')
@Controller('api/v1/organizations')
export class OrganizationsController {
  constructor(
    private readonly organizations: OrganizationsReader,
    private readonly organizationDetails: OrganizationDetailsReader,
    private readonly updateOrganization: UpdateOrganization,
    private readonly countries: CountriesReader,
    private readonly cursors: Cursors,
  ) {}

  /** Members, candidates and companies by name. */
  @Get()
  @RequirePermission('organization.read')
  @ApiOperation({ operationId: 'listOrganizations' })
  @ApiOkResponse({ type: OrganizationPageResponse })
  async list(@Query() query: ListOrganizationsQuery): Promise<OrganizationPageResponse> {
    const scope = scopeOf(query);
    const after = this.cursors.read<[string, string]>(query.cursor, scope);
    const rows = await this.organizations.list(query, after, query.limit + 1);
    const page = this.cursors.page(rows, query.limit, scope, (row) => [row.nameFolded, row.id]);
    return {
      items: page.items.map(toCardResponse),
      nextCursor: page.nextCursor,
      ...(query.total && (await this.organizations.total(query))),
    };
  }

  /**
   * One organization with its names, country and, for its own people, members. A second entry that was merged into
   * another leads there.
   */
  @Get(':id')
  @RequirePermission('organization.read')
  @ApiOperation({ operationId: 'readOrganization' })
  @ApiOkResponse({ type: OrganizationResponse })
  @ApiPermanentRedirectResponse({ description: 'It is part of the organization in `Location`.' })
  @ProblemResponses(404)
  async read(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<OrganizationResponse> {
    const [details, countries] = await Promise.all([this.detailsOf(actor, id), this.countries.byCode()]);
    return toOrganizationResponse(details, countries.get(details.organization.country));
  }

  private async detailsOf(actor: Actor, id: string): Promise<OrganizationDetails> {
    try {
      return await this.organizationDetails.details(actor, id);
    } catch (error) {
      const successor = error instanceof NotFound && (await this.organizationDetails.successorOf(actor, id));
      throw successor ? new Moved(`/api/v1/organizations/${successor}`) : error;
    }
  }

  /** Changes the data of your organization. */
  @Patch(':id')
  @RequirePermission('organization.update')
  @ApiOperation({ operationId: 'updateOrganization' })
  @ApiOkResponse({ type: OrganizationResponse })
  @ProblemResponses(404)
  async update(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch() version: number,
    @Body() changes: UpdateOrganizationDto,
  ): Promise<OrganizationResponse> {
    await this.updateOrganization.execute(actor, id, version, changes);
    return this.read(actor, id);
  }
}

/** A cursor holds for one set of filters, in whatever order they were written. */
function scopeOf({ kind = [], country = [], q = '' }: ListOrganizationsQuery): string {
  return `organizations ${JSON.stringify([[...kind].sort(), [...country].sort(), q])}`;
}
