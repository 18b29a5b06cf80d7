import { Injectable } from '@nestjs/common';
import { type Actor, actingOrganization } from '#libs/kernel';
import { Database } from '#libs/platform/database';
import {
  type OpportunityFilter,
  type OpportunityPlace,
  OpportunityRepository,
} from '../data/opportunity.repository.js';
import { OPPORTUNITY_STATES, type Opportunity, type OpportunityState } from '../domain/opportunity.js';
import { OpportunityAccess } from './opportunity-access.js';

/** Beyond this a total says "or more". */
const TOTAL_CAP = 1000;

export type { OpportunityPlace };

/** What a list of opportunities is asked for. */
export interface OpportunityListing extends Omit<OpportunityFilter, 'own'> {
  /** The acting organization's, in `states` (none named: all), instead of everybody's published ones. */
  readonly mine: boolean;
  readonly states: readonly OpportunityState[];
}

/** All reads of opportunities. */
@Injectable()
export class OpportunitiesReader {
  constructor(
    private readonly database: Database,
    private readonly opportunities: OpportunityRepository,
    private readonly access: OpportunityAccess,
  ) {}

  /** For other features: everything published whose deadline has not passed, by id. Asks no permission. */
  async published(): Promise<Opportunity[]> {
    return this.opportunities.open(this.database);
  }

  /** For other features: what an organization has published and still takes answers to, newest first. */
  async publishedBy(organizationId: string, limit: number): Promise<Opportunity[]> {
    return this.opportunities.slice(
      this.database,
      { ...ANY, organizationIds: [organizationId] },
      undefined,
      limit,
    );
  }

  /** For other features: opportunities by id, in any state, unknown ids left out. Asks no permission. */
  async byIds(ids: readonly string[]): Promise<Map<string, Opportunity>> {
    const found = ids.length === 0 ? [] : await this.opportunities.findMany(this.database, ids);
    return new Map(found.map((opportunity) => [opportunity.id, opportunity]));
  }

  /** One opportunity the actor may read. */
  async one(actor: Actor, id: string): Promise<Opportunity> {
    return this.access.load(actor, 'read', id);
  }

  /** Newest first, after the place of the last row before. */
  async list(
    actor: Actor,
    listing: OpportunityListing,
    after: OpportunityPlace | undefined,
    limit: number,
  ): Promise<Opportunity[]> {
    return this.opportunities.slice(this.database, filterOf(actor, listing), after, limit);
  }

  /** How many {@link list} holds, counted up to 1,000. */
  async count(actor: Actor, listing: OpportunityListing): Promise<{ total: number; totalCapped: boolean }> {
    const total = await this.opportunities.count(this.database, filterOf(actor, listing), TOTAL_CAP + 1);
    return { total: Math.min(total, TOTAL_CAP), totalCapped: total > TOTAL_CAP };
  }
}

/** Everybody's published ones. */
const ANY: OpportunityFilter = { own: null, organizationIds: [], themes: [], collaboration: [], markets: [] };

/** The place of a row in its list, for the next page. */
export function placeOf({ listedAt, id }: Opportunity): OpportunityPlace {
  return [listedAt.toISOString(), id];
}

function filterOf(actor: Actor, { mine, states, ...filter }: OpportunityListing): OpportunityFilter {
  const organizationId = actingOrganization(actor).id;
  return {
    ...filter,
    own: mine ? { organizationId, states: states.length > 0 ? states : OPPORTUNITY_STATES } : null,
  };
}
