import type { components } from '#libs/api-client';
import { queryOptions } from '@tanstack/react-query';
import { api, read } from '../../../lib/api.js';
import { proposalsKey } from '../../../lib/proposals.js';

export type Comparison = components['schemas']['VersionComparisonResponse'];
export type ComparedField = Comparison['fields'][number];

export const proposalVersionsQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: [...proposalsKey(organizationId), id, 'versions'],
    queryFn: async ({ signal }) =>
      (await read(api.GET('/api/v1/proposals/{id}/versions', { params: { path: { id } }, signal }))).items,
  });

/** Frozen versions never change, so what was compared once stays true. */
export const comparisonQuery = (
  organizationId: string,
  id: string,
  query: { from: number; to: number; language: 'en' | 'ko' },
) =>
  queryOptions({
    queryKey: [...proposalsKey(organizationId), id, 'comparison', query],
    staleTime: Infinity,
    queryFn: ({ signal }) =>
      read(api.GET('/api/v1/proposals/{id}/version-comparison', { params: { path: { id }, query }, signal })),
  });
