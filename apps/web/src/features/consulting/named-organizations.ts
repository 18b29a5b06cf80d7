import { queryOptions } from '@tanstack/react-query';
import { api, read } from '../../lib/api.js';

const LEAST_LETTERS = 2;

/** Organizations whose name holds what is being typed, of all kinds or of one. */
export const namedOrganizationsQuery = (organizationId: string, q: string, kind?: 'city' | 'consultancy') =>
  queryOptions({
    queryKey: ['o', organizationId, 'organizations', 'named', kind ?? '', q],
    staleTime: 600_000,
    enabled: q.length >= LEAST_LETTERS,
    queryFn: ({ signal }) =>
      read(
        api.GET('/api/v1/organizations', {
          params: { query: { q, limit: 20, ...(kind && { kind: [kind] }) } },
          signal,
        }),
      ),
  });
