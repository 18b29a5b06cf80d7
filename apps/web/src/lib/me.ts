import type { components } from '#libs/api-client';
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { api, read } from './api.js';

export type Me = components['schemas']['MeResponse'];
/** An organization the person works for, and as what. */
export type Membership = Me['organizations'][number];

export const meQuery = queryOptions({
  queryKey: ['me'],
  staleTime: 5 * 60_000,
  queryFn: ({ signal }) => read(api.GET('/api/v1/me', { signal })),
});

/** The signed-in person; the frame has loaded it before any screen below it shows. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery).data;
}

/** The membership a URL names, by slug, by one it had, or by id. */
export function findMembership(me: Me, slugOrId: string): Membership | undefined {
  return me.organizations.find(
    ({ slug, id, formerSlugs }) => slug === slugOrId || id === slugOrId || formerSlugs.includes(slugOrId),
  );
}
