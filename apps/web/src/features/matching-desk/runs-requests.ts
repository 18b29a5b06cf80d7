import type { components } from '#libs/api-client';
import { useMutation } from '@tanstack/react-query';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { api, read } from '../../lib/api.js';
import { pagedQuery } from '../../lib/pages.js';
import { queryClient } from '../../lib/query.js';

export type MatchingRun = components['schemas']['MatchingRunResponse'];

const LOOK_AGAIN_MS = 2_000;

export const runsKey = (organizationId: string) => ['o', organizationId, 'matching-runs'] as const;

/** Newest first; looked at again while one is under way. */
export const runsQuery = (organizationId: string) => {
  const query = pagedQuery(runsKey(organizationId), (cursor, signal) =>
    read(api.GET('/api/v1/matching-runs', { params: { query: { cursor } }, signal })),
  );
  const isUnderWay = (pages: readonly { items: readonly MatchingRun[] }[]): boolean =>
    pages.some(({ items }) => items.some(({ state }) => state === 'running'));
  return {
    ...query,
    refetchInterval: ({ state }: { state: { data?: { pages: { items: MatchingRun[] }[] } | undefined } }) =>
      isUnderWay(state.data?.pages ?? []) ? LOOK_AGAIN_MS : false,
  } as const;
};

const refresh = (organizationId: string) => () =>
  queryClient.invalidateQueries({ queryKey: runsKey(organizationId) });

export function useStartRun() {
  const { id } = useActingOrganization();
  return useMutation({
    mutationFn: () => read(api.POST('/api/v1/matching-runs')),
    onSettled: refresh(id),
  });
}

/** Ends a run, or takes it back; refused where it has moved on meanwhile is only its having ended, not a shard it has done. */
export function useEndRun({ id }: MatchingRun, verb: 'cancel' | 'withdraw') {
  const organization = useActingOrganization();
  return useMutation({
    mutationFn: () =>
      read(
        verb === 'cancel'
          ? api.POST('/api/v1/matching-runs/{id}/cancel', { params: { path: { id } } })
          : api.POST('/api/v1/matching-runs/{id}/withdraw', { params: { path: { id } } }),
      ),
    onSettled: refresh(organization.id),
  });
}
