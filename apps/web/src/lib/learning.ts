import { queryOptions, useMutation } from '@tanstack/react-query';
import { api, ifMatch, read } from './api.js';
import { matchesKey } from './matches.js';
import { queryClient } from './query.js';

const learningKey = (organizationId: string) => [...matchesKey(organizationId), 'learning'] as const;

/** What the organization's own answers have taught its lists. */
export const learningQuery = (organizationId: string) =>
  queryOptions({
    queryKey: learningKey(organizationId),
    queryFn: ({ signal }) =>
      read(
        api.GET('/api/v1/organizations/{id}/learning', { params: { path: { id: organizationId } }, signal }),
      ),
  });

/** Lets it be forgotten. */
export function useResetLearning(organizationId: string, version: number) {
  return useMutation({
    mutationFn: () =>
      read(
        api.POST('/api/v1/organizations/{id}/learning/reset', {
          params: { path: { id: organizationId }, header: ifMatch(version) },
        }),
      ),
    onSuccess: (learning) => queryClient.setQueryData(learningKey(organizationId), learning),
  });
}
