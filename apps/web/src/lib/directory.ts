import type { components, operations } from '#libs/api-client';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, read } from './api.js';
import { type PagedQuery, pagedQuery } from './pages.js';

export type DirectoryItem = components['schemas']['DirectoryItemResponse'];
export type DirectoryPage = components['schemas']['DirectoryPageResponse'];
export type Facet = components['schemas']['FacetResponse'];
export type Comparison = components['schemas']['ComparisonResponse'];
export type MapPoint = components['schemas']['MapPointResponse'];
type Asked = NonNullable<operations['searchDirectory']['parameters']['query']>;
/** What is looked for, without its place in the list. */
export type DirectoryQuery = Omit<Asked, 'cursor' | 'total' | 'facets'>;
export type DirectoryFilter = Omit<DirectoryQuery, 'limit' | 'sort'>;

const directoryKey = (organizationId: string) => ['o', organizationId, 'directory'] as const;

/** Begins the keys of all lists of results. */
export const directoryLists = (organizationId: string) => [...directoryKey(organizationId), 'list'] as const;

export const directoryQuery = (organizationId: string, query: DirectoryQuery): PagedQuery<DirectoryPage> => ({
  ...pagedQuery([...directoryLists(organizationId), query], (cursor, signal) =>
    read(api.GET('/api/v1/directory', { params: { query: { ...query, cursor } }, signal })),
  ),
  // While somebody types, the last results stay until the next ones are here.
  placeholderData: keepPreviousData,
});

/** How many there are, in all and by each value of the filters. */
export const countsQuery = (organizationId: string, filter: DirectoryFilter) =>
  queryOptions({
    queryKey: [...directoryKey(organizationId), 'counts', filter],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      read(
        api.GET('/api/v1/directory', {
          params: { query: { ...filter, limit: 1, facets: true, total: true } },
          signal,
        }),
      ),
  });

export const pointsQuery = (organizationId: string, filter: DirectoryFilter) =>
  queryOptions({
    queryKey: [...directoryKey(organizationId), 'points', filter],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => read(api.GET('/api/v1/directory/map', { params: { query: filter }, signal })),
  });

/** Up to four organizations side by side, as far as the reader may see them. */
export const comparisonQuery = (organizationId: string, ids: readonly string[]) =>
  queryOptions({
    queryKey: [...directoryKey(organizationId), 'comparison', ids],
    enabled: ids.length > 0,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      read(api.GET('/api/v1/directory/comparison', { params: { query: { ids: [...ids] } }, signal })),
  });

/** Names that begin with what was typed, in any script; initial consonants are enough. */
export const suggestionsQuery = (organizationId: string, q: string) =>
  queryOptions({
    queryKey: [...directoryKey(organizationId), 'suggestions', q],
    enabled: q.trim() !== '',
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      read(api.GET('/api/v1/directory/suggestions', { params: { query: { q } }, signal })),
  });
