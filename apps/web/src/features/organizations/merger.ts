import type { components } from '#libs/api-client';
import { queryOptions } from '@tanstack/react-query';
import { api, read } from '../../lib/api.js';

export type MergeReport = components['schemas']['MergeReportResponse'];
export type Card = components['schemas']['OrganizationCardResponse'];
export type Finding = components['schemas']['DuplicateFindingResponse'];

/** What may be another entry of an organization. */
export const duplicatesQuery = (actingId: string, id: string) =>
  queryOptions({
    queryKey: ['o', actingId, 'organizations', id, 'duplicates'],
    queryFn: ({ signal }) =>
      read(api.GET('/api/v1/organizations/{id}/duplicates', { params: { path: { id } }, signal })),
  });

/** Organizations of a kind by part of a name. */
export const namedQuery = (actingId: string, kind: Card['kind'], q: string) =>
  queryOptions({
    queryKey: ['o', actingId, 'organizations', 'named', kind, q],
    enabled: q !== '',
    queryFn: ({ signal }) =>
      read(api.GET('/api/v1/organizations', { params: { query: { kind: [kind], q, limit: 10 } }, signal })),
  });

/** Makes one of two, or says what that would do. */
export function merge(id: string, body: components['schemas']['MergeOrganizationDto']): Promise<MergeReport> {
  return read(api.POST('/api/v1/organizations/{id}/merge', { params: { path: { id } }, body }));
}
