import type { OrganizationKind } from '#libs/contracts';
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { readProblem } from './api-problem.js';
import { send } from './http.js';

/** An organization the person works for, and as what. */
export interface Membership {
  id: string;
  slug: string;
  name: string;
  kind: OrganizationKind;
  role: string;
  /** May sign for the organization. */
  signatory: boolean;
}

export interface Me {
  id: string;
  email: string;
  displayName: string;
  language: string;
  timeZone: string;
  organizations: Membership[];
  /** Also the ETag. */
  version: number;
}

export const meQuery = queryOptions({
  queryKey: ['me'],
  staleTime: 5 * 60_000,
  queryFn: async ({ signal }): Promise<Me> => {
    const response = await send(new Request('/api/v1/me', { signal }));
    if (!response.ok) throw await readProblem(response);
    return (await response.json()) as Me;
  },
});

/** The signed-in person; the frame has loaded it before any screen below it shows. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery).data;
}

/** The membership a URL names, by slug or by id. */
export function findMembership(me: Me, slugOrId: string): Membership | undefined {
  return me.organizations.find(({ slug, id }) => slug === slugOrId || id === slugOrId);
}
