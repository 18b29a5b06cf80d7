import type { components } from '#libs/api-client';
import { type QueryKey, queryOptions, useMutation } from '@tanstack/react-query';
import { api, ifMatch, read, run } from '../../lib/api.js';
import { queryClient } from '../../lib/query.js';

export type Shortlist = components['schemas']['ShortlistResponse'];
export type ShortlistEntry = components['schemas']['ShortlistEntryResponse'];
export type NewShortlist = components['schemas']['CreateShortlistDto'];

const key = (actingId: string): QueryKey => ['o', actingId, 'shortlists'];

/** Those everybody of the organization shares, newest first. */
export const shortlistsQuery = (actingId: string) =>
  queryOptions({
    queryKey: key(actingId),
    queryFn: async ({ signal }) => (await read(api.GET('/api/v1/shortlists', { signal }))).items,
  });

export const shortlistQuery = (actingId: string, id: string) =>
  queryOptions({
    queryKey: [...key(actingId), id],
    queryFn: ({ signal }) => read(api.GET('/api/v1/shortlists/{id}', { params: { path: { id } }, signal })),
  });

/** One act on shortlists; afterwards they are read again. */
export function useShortlistAct<Input, Answer>(actingId: string, act: (input: Input) => Promise<Answer>) {
  return useMutation({
    mutationFn: act,
    onSettled: () => queryClient.invalidateQueries({ queryKey: key(actingId) }),
  });
}

const at = ({ id, version }: Shortlist) => ({ params: { path: { id }, header: ifMatch(version) } });
const entryAt = ({ id, version }: Shortlist, organizationId: string) => ({
  params: { path: { id, organizationId }, header: ifMatch(version) },
});

/** What the screens do, each by its route. */
export const shortlists = {
  begin: (body: NewShortlist) => read(api.POST('/api/v1/shortlists', { body })),
  /** A new list with its first organization on it. */
  beginWith: async ({ name, organizationId }: { name: string; organizationId: string }) =>
    shortlists.put({ list: await shortlists.begin({ name }), organizationId, note: null }),
  change: ({ list, ...body }: { list: Shortlist; name: string; note: string | null }) =>
    read(api.PATCH('/api/v1/shortlists/{id}', { ...at(list), body })),
  end: (list: Shortlist) => run(api.DELETE('/api/v1/shortlists/{id}', at(list))),
  put: ({ list, organizationId, note }: { list: Shortlist; organizationId: string; note: string | null }) =>
    read(
      api.PUT('/api/v1/shortlists/{id}/entries/{organizationId}', {
        ...entryAt(list, organizationId),
        body: { note },
      }),
    ),
  takeOff: ({ list, organizationId }: { list: Shortlist; organizationId: string }) =>
    read(api.DELETE('/api/v1/shortlists/{id}/entries/{organizationId}', entryAt(list, organizationId))),
};
