import type { components } from '#libs/api-client';
import { queryOptions } from '@tanstack/react-query';
import { api, read } from './api.js';

export type MarketHealth = components['schemas']['MarketHealthResponse'];

export const marketHealthQuery = (organizationId: string, language: string, days: number) =>
  queryOptions({
    queryKey: ['o', organizationId, 'market-health', language, days],
    queryFn: ({ signal }) =>
      read(
        api.GET('/api/v1/market-health', {
          params: { query: { days } },
          headers: { 'Accept-Language': language },
          signal,
        }),
      ),
  });
