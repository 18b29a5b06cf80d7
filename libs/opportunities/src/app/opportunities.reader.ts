import { Injectable } from '@nestjs/common';
import { type Actor, actingOrganization } from '#libs/kernel';
import { Database, type Reads, type Transaction } from '#libs/platform/database';
import {
  type ListedOpportunity,
  type OpportunityFilter,
  OPPORTUNITY_SORTS,
  OpportunityListRepository,
  type OpportunityPlace,
  type OpportunitySort,
} from '../data/opportunity-list.repository.js';
import { OpportunityRepository } from '../data/opportunity.repository.js';
import type { Opportunity } from '../domain/opportunity.js';
import { OPPORTUNITY_STATES, type OpportunityState } from '../domain/opportunity-states.js';
import { OffererFilter, type OffererQuery } from './offerer-filter.js';
import { OpportunityAccess } from './opportunity-access.js';

/** Beyond this a total says "or more". */
const TOTAL_CAP = 1000;

export { OPPORTUNITY_SORTS };
export type { ListedOpportunity, OpportunityPlace, OpportunitySort };

/** What a list of opportunities is asked for. */
export interface OpportunityListing extends Omit<OpportunityFilter, 'own' | 'organizationIds'>, OffererQuery {
  /** The acting organization's, in `states` (none named: all), instead of everybody's open ones. */
  readonly mine: boolean;
  readonly states: readonly OpportunityState[];
}

/** All lists of opportunities, and single ones. */
@Injectable()
export class OpportunitiesReader {
  constructor(
    private readonly database: Database,
    private readonly opportunities: OpportunityRepository,
    private readonly lists: OpportunityListRepository,
    private readonly access: OpportunityAccess,
    private readonly offerers: OffererFilter,
  ) {}

  /** For other features: everything published that is not over, by id. Asks no permission. */
  async published(): Promise<Opportunity[]> {
    return this.opportunities.open(this.database);
  }

  /** The same of these organizations. */
  async publishedOf(organizationIds: readonly string[]): Promise<Opportunity[]> {
    return this.opportunities.openOf(this.database, organizationIds);
  }

  /** For other features: what an organization has published and still takes answers to, newest first. */
  async publishedBy(organizationId: string, limit: number): Promise<Opportunity[]> {
    const filter = { ...ANY, organizationIds: [organizationId] };
    return this.lists.slice(this.database, filter, 'newest', undefined, limit);
  }

  /** For other features: opportunities by id, in any state, unknown ids left out. Asks no permission. */
  async byIds(ids: readonly string[], reads: Reads = this.database): Promise<Map<string, Opportunity>> {
    const found = ids.length === 0 ? [] : await this.opportunities.findMany(reads, ids);
    return new Map(found.map((opportunity) => [opportunity.id, opportunity]));
  }

  /** The same, as they stay until `tx` ends. */
  async heldByIds(tx: Transaction, ids: readonly string[]): Promise<Map<string, Opportunity>> {
    const found = ids.length === 0 ? [] : await this.opportunities.hold(tx, ids);
    return new Map(found.map((held) => [held.id, held]));
  }

  /** One opportunity the actor may read. */
  async one(actor: Actor, id: string): Promise<Opportunity> {
    return this.access.load(actor, 'read', id);
  }

  /** In the order asked for, after the place of the last row before. */
  async list(
    actor: Actor,
    listing: OpportunityListing,
    sort: OpportunitySort,
    after: OpportunityPlace | undefined,
    limit: number,
  ): Promise<ListedOpportunity[]> {
    return this.lists.slice(this.database, await this.filterOf(actor, listing), sort, after, limit);
  }

  /** How many {@link list} holds, counted up to 1,000. */
  async count(actor: Actor, listing: OpportunityListing): Promise<{ total: number; totalCapped: boolean }> {
    const filter = await this.filterOf(actor, listing);
    const total = await this.lists.count(this.database, filter, TOTAL_CAP + 1);
    return { total: Math.min(total, TOTAL_CAP), totalCapped: total > TOTAL_CAP };
  }

  /** What waits for the secretariat, oldest first. The route asks for its right. */
  async toLookAt(after: OpportunityPlace | undefined, limit: number): Promise<ListedOpportunity[]> {
    return this.lists.toLookAt(this.database, after, limit);
  }

  private async filterOf(
    actor: Actor,
    { mine, states, kinds, countries, organizationIds, ...codes }: OpportunityListing,
  ): Promise<OpportunityFilter> {
    const organizationId = actingOrganization(actor).id;
    return {
      ...codes,
      organizationIds: await this.offerers.ids({ kinds, countries, organizationIds }),
      own: mine ? { organizationId, states: states.length > 0 ? states : OPPORTUNITY_STATES } : null,
    };
  }
}

/** Everybody's published ones. */
export const ANY: OpportunityFilter = {
  own: null,
  organizationIds: null,
  themes: [],
  collaboration: [],
  markets: [],
  language: [],
};

/** The place of a row in its list, for the next page. */
export function placeOf({ listKey, id }: ListedOpportunity): OpportunityPlace {
  return [listKey, id];
}
