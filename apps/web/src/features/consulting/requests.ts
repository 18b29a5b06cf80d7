import type { components } from '#libs/api-client';
import { queryOptions } from '@tanstack/react-query';
import { api, read } from '../../lib/api.js';
import { pagedQuery } from '../../lib/pages.js';

export type ConsultingRequest = components['schemas']['ConsultingRequestResponse'];
export type ConsultingRequestCard = components['schemas']['ConsultingRequestCardResponse'];
export type ConsultingRequestState = ConsultingRequest['state'];

/** Everything read of consulting requests on behalf of one organization. */
export const requestsKey = (organizationId: string) => ['o', organizationId, 'consulting-requests'] as const;

export const requestsQuery = (organizationId: string) =>
  pagedQuery([...requestsKey(organizationId), 'list'], (cursor, signal) =>
    read(api.GET('/api/v1/consulting-requests', { params: { query: { cursor } }, signal })),
  );

export const requestQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: [...requestsKey(organizationId), id],
    queryFn: ({ signal }) =>
      read(api.GET('/api/v1/consulting-requests/{id}', { params: { path: { id } }, signal })),
  });
