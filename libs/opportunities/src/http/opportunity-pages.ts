import { Injectable } from '@nestjs/common';
import { type Actor, actingOrganization, InvalidInput } from '#libs/kernel';
import { Cursors, type PageQuery } from '#libs/platform/http';
import {
  OpportunitiesReader,
  type OpportunityListing,
  type OpportunityPlace,
  placeOf,
} from '../app/opportunities.reader.js';
import type { ListOpportunitiesQuery, OpportunityFilterQuery } from './opportunity-query.dto.js';
import type { OpportunityPageResponse } from './opportunity-response.dto.js';
import { PresentOpportunities } from './present-opportunities.js';

/** Turns a list query with its cursor into a page. */
@Injectable()
export class OpportunityPages {
  constructor(
    private readonly opportunities: OpportunitiesReader,
    private readonly cursors: Cursors,
    private readonly present: PresentOpportunities,
  ) {}

  async read(actor: Actor, query: ListOpportunitiesQuery): Promise<OpportunityPageResponse> {
    const listing = listingOf(query);
    const sort = query.sort ?? 'newest';
    const scope = `opportunities ${actingOrganization(actor).id} ${sort} ${JSON.stringify(listing)}`;
    const after = this.cursors.read<OpportunityPlace>(query.cursor, scope);
    const rows = await this.opportunities.list(actor, listing, sort, after, query.limit + 1);
    const page = this.cursors.page(rows, query.limit, scope, placeOf);
    return {
      items: await this.present.cards(page.items),
      nextCursor: page.nextCursor,
      ...(query.total && (await this.opportunities.count(actor, listing))),
    };
  }

  /** What waits for the secretariat. */
  async toLookAt({ cursor, limit }: PageQuery): Promise<OpportunityPageResponse> {
    const scope = 'opportunities to look at';
    const after = this.cursors.read<OpportunityPlace>(cursor, scope);
    const rows = await this.opportunities.toLookAt(after, limit + 1);
    const page = this.cursors.page(rows, limit, scope, placeOf);
    return { items: await this.present.cards(page.items), nextCursor: page.nextCursor };
  }
}

export function filterOf(query: OpportunityFilterQuery): Omit<OpportunityListing, 'mine' | 'states'> {
  return {
    organizationIds: sorted(query.organizationId),
    kinds: sorted(query.kind),
    countries: sorted(query.country),
    language: sorted(query.language),
    themes: sorted(query.theme),
    collaboration: sorted(query.collaboration),
    markets: sorted(query.market),
  };
}

function listingOf(query: ListOpportunitiesQuery): OpportunityListing {
  const mine = query.mine ?? false;
  if (query.state && !mine) {
    throw new InvalidInput([{ pointer: '/state', code: 'opportunity/state-needs-mine' }]);
  }
  return { ...filterOf(query), mine, states: sorted(query.state) };
}

function sorted<Value extends string>(values: Value[] | undefined): Value[] {
  return [...(values ?? [])].sort();
}
