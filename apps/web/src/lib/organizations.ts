import type { components } from '#libs/api-client';
import { queryOptions } from '@tanstack/react-query';
import { api, read } from './api.js';
import { ApiProblem } from './api-problem.js';

export type Organization = components['schemas']['OrganizationResponse'];
export type Profile = components['schemas']['ProfileResponse'];

const MINUTES_10 = 10 * 60_000;

/** What one organization sees of another; names change seldom. */
export const organizationQuery = (actingId: string, id: string) =>
  queryOptions({
    queryKey: ['o', actingId, 'organizations', id],
    staleTime: MINUTES_10,
    queryFn: ({ signal }) =>
      read(api.GET('/api/v1/organizations/{id}', { params: { path: { id } }, signal })),
  });

/** Null where the organization has stated nothing yet. */
export const profileQuery = (actingId: string, id: string) =>
  queryOptions({
    queryKey: ['o', actingId, 'organizations', id, 'profile'],
    queryFn: async ({ signal }): Promise<Profile | null> => {
      try {
        return await read(
          api.GET('/api/v1/organizations/{id}/profile', { params: { path: { id } }, signal }),
        );
      } catch (error) {
        if (error instanceof ApiProblem && error.status === 404) return null;
        throw error;
      }
    },
  });
