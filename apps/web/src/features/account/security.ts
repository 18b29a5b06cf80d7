import type { components } from '#libs/api-client';
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { api, read } from '../../lib/api.js';
import { queryClient } from '../../lib/query.js';

export type Security = components['schemas']['SecurityResponse'];
export type LiveSession = components['schemas']['SessionResponse'];
export type Passkey = components['schemas']['PasskeyResponse'];
export type DataExport = components['schemas']['DataExportResponse'];

export const securityQuery = queryOptions({
  queryKey: ['account', 'security'],
  queryFn: ({ signal }) => read(api.GET('/api/v1/account/security', { signal })),
});
export const sessionsQuery = queryOptions({
  queryKey: ['account', 'sessions'],
  queryFn: async ({ signal }) => (await read(api.GET('/api/v1/sessions', { signal }))).items,
});
export const passkeysQuery = queryOptions({
  queryKey: ['account', 'passkeys'],
  queryFn: async ({ signal }) => (await read(api.GET('/api/v1/passkeys', { signal }))).items,
});
export const exportsQuery = queryOptions({
  queryKey: ['account', 'data-exports'],
  queryFn: async ({ signal }) => (await read(api.GET('/api/v1/data-exports', { signal }))).items,
  // A copy takes seconds; nothing is asked while none is under way.
  refetchInterval: ({ state }) => (state.data?.some((copy) => copy.state === 'preparing') ? 2_000 : false),
});

export function useSecurity(): Security {
  return useSuspenseQuery(securityQuery).data;
}

/** What the account holds changed: everything shown of it is read again. */
export async function refreshAccount(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: ['account'] });
}
