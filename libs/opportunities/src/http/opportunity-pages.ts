import { Injectable } from '@nestjs/common';
import { type Actor, actingOrganization, InvalidInput } from '#libs/kernel';
import { Cursors } from '#libs/platform/http';
import {
  OpportunitiesReader,
  type OpportunityListing,
  type OpportunityPlace,
  placeOf,
} from '../app/opportunities.reader.js';
import {
  type ListOpportunitiesQuery,
  type OpportunityPageResponse,
  toOpportunityCard,
} from './opportunity.dto.js';

/** Turns a list query with its cursor into a page. */
@Injectable()
export class OpportunityPages {
  constructor(
    private readonly opportunities: OpportunitiesReader,
    private readonly cursors: Cursors,
  ) {}

  async read(actor: Actor, query: ListOpportunitiesQuery): Promise<OpportunityPageResponse> {
    const listing = listingOf(query);
    const scope = `opportunities ${actingOrganization(actor).id} ${JSON.stringify(listing)}`;
    const after = this.cursors.read<OpportunityPlace>(query.cursor, scope);
    const rows = await this.opportunities.list(actor, listing, after, query.limit + 1);
    const page = this.cursors.page(rows, query.limit, scope, placeOf);
    return {
      items: page.items.map(toOpportunityCard),
      nextCursor: page.nextCursor,
      ...(query.total && (await this.opportunities.count(actor, listing))),
    };
  }
}

function listingOf(query: ListOpportunitiesQuery): OpportunityListing {
  const sorted = <Value extends string>(values: Value[] | undefined): Value[] => [...(values ?? [])].sort();
  const mine = query.mine ?? false;
  if (query.state && !mine) {
    throw new InvalidInput([{ pointer: '/state', code: 'opportunity/state-needs-mine' }]);
  }
  return {
    mine,
    states: sorted(query.state),
    organizationIds: sorted(query.organizationId),
    themes: sorted(query.theme),
    collaboration: sorted(query.collaboration),
    markets: sorted(query.market),
  };
}
