import type { components } from '#libs/api-client';
import { queryOptions } from '@tanstack/react-query';
import { api, read } from '../../lib/api.js';
import { pagedQuery } from '../../lib/pages.js';

export type CapturedMail = components['schemas']['CapturedMailResponse'];
export type CapturedMailCard = components['schemas']['CapturedMailCard'];

const key = (organizationId: string) => ['o', organizationId, 'captured-mails'] as const;

export const capturedMailsQuery = (organizationId: string) =>
  pagedQuery([...key(organizationId), 'list'], (cursor, signal) =>
    read(api.GET('/api/v1/captured-mails', { params: { query: { cursor } }, signal })),
  );

export const capturedMailQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: [...key(organizationId), id],
    staleTime: Infinity,
    queryFn: ({ signal }) =>
      read(api.GET('/api/v1/captured-mails/{id}', { params: { path: { id } }, signal })),
  });
