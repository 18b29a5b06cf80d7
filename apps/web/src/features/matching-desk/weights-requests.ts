import type { components } from '#libs/api-client';
import { queryOptions, useMutation } from '@tanstack/react-query';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { api, ifMatch, read } from '../../lib/api.js';
import { pagedQuery } from '../../lib/pages.js';
import { queryClient } from '../../lib/query.js';
import { runsKey } from './runs-requests.js';

type Schemas = components['schemas'];
export type Weights = Schemas['MatchingWeightsResponse'];
export type RelationWeights = Schemas['RelationWeightsResponse'];
export type Relation = RelationWeights['relation'];
export type Feature = RelationWeights['demand'][number]['code'];
export type Side = 'demand' | 'supply';

const weightsKey = (organizationId: string) => ['o', organizationId, 'matching-weights'] as const;

/** Newest first; every page also says which are in use. */
export const weightsListQuery = (organizationId: string) =>
  pagedQuery(weightsKey(organizationId), (cursor, signal) =>
    read(api.GET('/api/v1/matching-weights', { params: { query: { cursor } }, signal })),
  );

export const weightsQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: [...weightsKey(organizationId), id],
    queryFn: ({ signal }) =>
      read(api.GET('/api/v1/matching-weights/{id}', { params: { path: { id } }, signal })),
  });

function accept(organizationId: string, weights: Weights): void {
  queryClient.setQueryData(weightsQuery(organizationId, weights.id).queryKey, weights);
  void queryClient.invalidateQueries({ queryKey: weightsKey(organizationId), exact: true });
}

/** Sets weights down; past answers are computed again by them. */
export function useDraftWeights() {
  const { id: organizationId } = useActingOrganization();
  return useMutation({
    mutationFn: (body: Schemas['DraftWeightsDto']) => read(api.POST('/api/v1/matching-weights', { body })),
    onSuccess: (weights) => accept(organizationId, weights),
  });
}

/** One step of weights, from the version on the screen. To use others begins a run. */
export function useWeightsStep({ id, version }: Weights) {
  const { id: organizationId } = useActingOrganization();
  const params = { path: { id }, header: ifMatch(version) };
  return useMutation({
    mutationFn: (verb: 'activate' | 'discard') =>
      verb === 'activate'
        ? read(api.POST('/api/v1/matching-weights/{id}/activate', { params }))
        : read(api.POST('/api/v1/matching-weights/{id}/discard', { params })),
    onSuccess: (weights) => {
      accept(organizationId, weights);
      void queryClient.invalidateQueries({ queryKey: runsKey(organizationId) });
    },
  });
}
