import { Injectable } from '@nestjs/common';
import { OrganizationsReader } from '#libs/organizations';
import { Database } from '#libs/platform/database';
import { CODE_FACETS, type Counted, OpportunityListRepository } from '../data/opportunity-list.repository.js';
import { OffererFilter } from './offerer-filter.js';
import { ANY, type OpportunityListing } from './opportunities.reader.js';

export type FacetName = (typeof CODE_FACETS)[number] | 'kinds' | 'countries';

/** How many open opportunities each value of each filter has, under the other filters; most first. */
export type Facets = Readonly<Record<FacetName, readonly Counted[]>>;

@Injectable()
export class OpportunityFacetsReader {
  constructor(
    private readonly database: Database,
    private readonly lists: OpportunityListRepository,
    private readonly offerers: OffererFilter,
    private readonly organizations: OrganizationsReader,
  ) {}

  async of(listing: Omit<OpportunityListing, 'mine' | 'states'>): Promise<Facets> {
    const { kinds, countries, organizationIds, ...codes } = listing;
    const filter = { ...ANY, ...codes, organizationIds: await this.offerers.ids(listing) };
    const byCode = await Promise.all(
      CODE_FACETS.map(
        async (facet) => [facet, await this.lists.facet(this.database, filter, facet)] as const,
      ),
    );
    const offered = await this.lists.byOrganization(this.database, filter);
    const cards = await this.organizations.cards(offered.map(({ value }) => value));
    const named = offered.filter(
      ({ value }) => organizationIds.length === 0 || organizationIds.includes(value),
    );
    const sums = (of: 'kind' | 'country', other: 'kind' | 'country', wanted: readonly string[]): Counted[] =>
      summed(
        named.flatMap(({ value, count }) => {
          const card = cards.get(value);
          const isMeant = card && (wanted.length === 0 || wanted.includes(card[other]));
          return isMeant ? [{ value: card[of], count }] : [];
        }),
      );
    return {
      ...(Object.fromEntries(byCode) as Record<(typeof CODE_FACETS)[number], Counted[]>),
      kinds: sums('kind', 'country', countries),
      countries: sums('country', 'kind', kinds),
    };
  }
}

function summed(counted: readonly Counted[]): Counted[] {
  const sums = new Map<string, number>();
  for (const { value, count } of counted) sums.set(value, (sums.get(value) ?? 0) + count);
  return [...sums]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}
