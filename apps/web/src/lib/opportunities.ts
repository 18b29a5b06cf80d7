import type { components, operations } from '#libs/api-client';
import { queryOptions } from '@tanstack/react-query';
import { api, read } from './api.js';
import { pagedQuery } from './pages.js';

export type Opportunity = components['schemas']['OpportunityResponse'];
export type OpportunityCard = components['schemas']['OpportunityCardResponse'];
export type OpportunityPage = components['schemas']['OpportunityPageResponse'];
export type OpportunityState = Opportunity['state'];

export type OpportunityFilter = Omit<
  NonNullable<operations['listOpportunities']['parameters']['query']>,
  'cursor' | 'total'
>;

/** Everything read of opportunities on behalf of one organization. */
export const opportunitiesKey = (organizationId: string) => ['o', organizationId, 'opportunities'] as const;

export const opportunitiesQuery = (organizationId: string, filter: OpportunityFilter) =>
  pagedQuery([...opportunitiesKey(organizationId), 'list', filter], (cursor, signal) =>
    read(api.GET('/api/v1/opportunities', { params: { query: { ...filter, cursor } }, signal })),
  );

export const opportunityQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: [...opportunitiesKey(organizationId), id],
    queryFn: ({ signal }) =>
      read(api.GET('/api/v1/opportunities/{id}', { params: { path: { id } }, signal })),
  });
