import type { components } from '#libs/api-client';
import { type QueryKey, queryOptions, useMutation } from '@tanstack/react-query';
import { api, ifMatch, read, run } from '../../lib/api.js';
import { queryClient } from '../../lib/query.js';
import { type DirectorySearch, queryOf, readDirectorySearch } from './directory-search.js';

export type SavedSearch = components['schemas']['SavedSearchResponse'];
export type NewSavedSearch = components['schemas']['CreateSavedSearchDto'];
export type Alert = SavedSearch['alert'];
export const ALERTS = ['off', 'daily', 'at-once'] as const satisfies Alert[];

const key = (actingId: string): QueryKey => ['o', actingId, 'saved-searches'];

/** The reader's own, newest first. */
export const savedSearchesQuery = (actingId: string) =>
  queryOptions({
    queryKey: key(actingId),
    queryFn: async ({ signal }) => (await read(api.GET('/api/v1/saved-searches', { signal }))).items,
  });

export const savedSearchQuery = (actingId: string, id: string) =>
  queryOptions({
    queryKey: [...key(actingId), id],
    queryFn: ({ signal }) =>
      read(api.GET('/api/v1/saved-searches/{id}', { params: { path: { id } }, signal })),
  });

/** One act on saved searches; afterwards they are read again. */
export function useSavedSearchAct<Input>(actingId: string, act: (input: Input) => Promise<unknown>) {
  return useMutation({
    mutationFn: act,
    onSettled: () => queryClient.invalidateQueries({ queryKey: key(actingId) }),
  });
}

const at = ({ id, version }: SavedSearch) => ({ params: { path: { id }, header: ifMatch(version) } });

/** What the screens do, each by its route. */
export const savedSearches = {
  save: (body: NewSavedSearch) => read(api.POST('/api/v1/saved-searches', { body })),
  rename: ({ search, name }: { search: SavedSearch; name: string }) =>
    read(api.PATCH('/api/v1/saved-searches/{id}', { ...at(search), body: { name } })),
  alert: ({ search, alert }: { search: SavedSearch; alert: Alert }) =>
    read(api.PATCH('/api/v1/saved-searches/{id}', { ...at(search), body: { alert } })),
  remove: (search: SavedSearch) => run(api.DELETE('/api/v1/saved-searches/{id}', at(search))),
  restore: ({ id }: SavedSearch) =>
    read(api.POST('/api/v1/saved-searches/{id}/restore', { params: { path: { id } } })),
};

/** What of a screen is kept: what is looked for and its order, not what was ticked. */
export function queryToKeep(search: DirectorySearch): NewSavedSearch['query'] {
  return queryOf(search);
}

/** The screen that shows a saved search. */
export function searchOf({ query }: Pick<SavedSearch, 'query'>): DirectorySearch {
  return readDirectorySearch({ ...query, area: query.area?.split(',').map(Number) });
}
