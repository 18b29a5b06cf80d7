import type { components } from '#libs/api-client';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, read } from '../../lib/api.js';
import { matchesKey } from '../../lib/matches.js';
import { opportunitiesKey, type OpportunityFilter } from '../../lib/opportunities.js';
import { pagedQuery } from '../../lib/pages.js';

type Schemas = components['schemas'];
export type Facets = Schemas['OpportunityFacetsResponse'];
export type Desk = Schemas['OpportunityDeskResponse'];
export type Story = Schemas['OpportunityStoryResponse'];
export type Check = Schemas['OpportunityCheckResponse'];
export type Finding = Schemas['FindingResponse'];
export type AnswerCounts = Schemas['AnswerCountsResponse'];

/** How many open ones each value of each filter has. */
export const facetsQuery = (organizationId: string, filter: OpportunityFilter) => {
  const { mine: _mine, state: _state, sort: _sort, limit: _limit, ...query } = filter;
  return queryOptions({
    queryKey: [...opportunitiesKey(organizationId), 'facets', query],
    queryFn: ({ signal }) => read(api.GET('/api/v1/opportunities/facets', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });
};

export const deskQuery = (organizationId: string) =>
  queryOptions({
    queryKey: [...opportunitiesKey(organizationId), 'list', 'desk'],
    queryFn: ({ signal }) => read(api.GET('/api/v1/opportunities/desk', { signal })),
  });

/** What waits for the secretariat. */
export const reviewsQuery = (organizationId: string) =>
  pagedQuery([...opportunitiesKey(organizationId), 'list', 'reviews'], (cursor, signal) =>
    read(api.GET('/api/v1/opportunities/reviews', { params: { query: { cursor } }, signal })),
  );

/** `version` is part of the question: every step writes a line. */
export const storyQuery = (organizationId: string, id: string, version: number) =>
  queryOptions({
    queryKey: [...opportunitiesKey(organizationId), id, 'history', version],
    queryFn: ({ signal }) =>
      read(api.GET('/api/v1/opportunities/{id}/history', { params: { path: { id } }, signal })),
    placeholderData: keepPreviousData,
  });

/** All checks of one opportunity. */
export const checksKey = (organizationId: string, id: string | null) =>
  [...opportunitiesKey(organizationId), id, 'check'] as const;

/** What the check finds with changes that may not be saved, on top of the version the reader has. */
export const checkQuery = (
  organizationId: string,
  { id, version }: { id: string | null; version: number | null },
  changes: Schemas['EditOpportunityDto'],
) =>
  queryOptions({
    queryKey: [...checksKey(organizationId, id), version, changes],
    queryFn: ({ signal }) =>
      read(
        api.POST('/api/v1/opportunities/{id}/check', {
          params: { path: { id: id ?? '' } },
          body: changes,
          signal,
        }),
      ),
    enabled: id !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });

/** How many answer to one's own; one question for a whole list. */
export const answersQuery = (organizationId: string, opportunityId: readonly string[]) =>
  queryOptions({
    queryKey: [...matchesKey(organizationId), 'answers', opportunityId],
    queryFn: ({ signal }) =>
      read(
        api.GET('/api/v1/opportunity-answers', {
          params: { query: { opportunityId: [...opportunityId] } },
          signal,
        }),
      ),
    enabled: opportunityId.length > 0,
    placeholderData: keepPreviousData,
  });
