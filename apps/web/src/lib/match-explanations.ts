import type { components } from '#libs/api-client';
import { queryOptions, useMutation } from '@tanstack/react-query';
import type { MatchSubject } from '#libs/contracts';
import { api, read } from './api.js';
import { matchesKey, refreshMatches } from './matches.js';
import { queryClient } from './query.js';

export type WhyNotHigher = components['schemas']['WhyNotHigherResponse'];
export type PossibleLift = WhyNotHigher['lifts'][number];
export type MatchProspect = components['schemas']['MatchProspectResponse'];

export const whyNotHigherQuery = (organizationId: string, language: string, id: string) =>
  queryOptions({
    queryKey: [...matchesKey(organizationId), 'why', language, id],
    queryFn: ({ signal }) =>
      read(
        api.GET('/api/v1/matches/{id}/why-not-higher', {
          params: { path: { id } },
          headers: { 'Accept-Language': language },
          signal,
        }),
      ),
  });

/** What a list starts from; without one, the organization as such. */
export interface ProspectsOf {
  subjectType?: MatchSubject;
  subjectId?: string;
}

export const prospectsQuery = (organizationId: string, language: string, of: ProspectsOf) =>
  queryOptions({
    queryKey: [...matchesKey(organizationId), 'prospects', language, of],
    queryFn: ({ signal }) =>
      read(
        api.GET('/api/v1/match-prospects', {
          params: { query: of },
          headers: { 'Accept-Language': language },
          signal,
        }),
      ),
  });

/** Something was put away: what is on the screen keeps its place, and lists are read anew where they show next. */
export function outdateMatches(organizationId: string): void {
  void queryClient.invalidateQueries({ queryKey: matchesKey(organizationId), refetchType: 'none' });
}

/** Takes back that a match was put away. */
export function useRestoreMatch(id: string, organizationId: string) {
  return useMutation({
    mutationFn: () => read(api.POST('/api/v1/matches/{id}/restore', { params: { path: { id } } })),
    onSettled: () => refreshMatches(organizationId),
  });
}
