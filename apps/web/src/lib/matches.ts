import type { components, operations } from '#libs/api-client';
import { queryOptions, useMutation } from '@tanstack/react-query';
import type { DismissalReason } from '#libs/contracts';
import { api, ifMatch, read } from './api.js';
import { type PagedQuery, pagedQuery } from './pages.js';
import { queryClient } from './query.js';

export type Match = components['schemas']['MatchResponse'];
export type Interest = components['schemas']['InterestResponse'];
export type MatchPage = components['schemas']['MatchPageResponse'];
export type InterestPage = components['schemas']['InterestPageResponse'];
export type MatchFilter = Omit<
  NonNullable<operations['listMatches']['parameters']['query']>,
  'cursor' | 'total'
>;
export type InterestFilter = Omit<
  NonNullable<operations['listInterests']['parameters']['query']>,
  'cursor' | 'total'
>;

export const matchesKey = (organizationId: string) => ['o', organizationId, 'matches'] as const;
export const interestsKey = (organizationId: string) => ['o', organizationId, 'interests'] as const;

/** While a list is being computed it is asked for again, should the push get lost. */
const ASK_AGAIN_MS = 2_000;

/** Labels of facts come in the reader's language, so the language is part of the question. */
export const matchesQuery = (
  organizationId: string,
  language: string,
  filter: MatchFilter,
): PagedQuery<MatchPage> => ({
  ...pagedQuery([...matchesKey(organizationId), 'list', language, filter], (cursor, signal) =>
    read(
      api.GET('/api/v1/matches', {
        params: { query: { ...filter, cursor } },
        headers: { 'Accept-Language': language },
        signal,
      }),
    ),
  ),
  refetchInterval: ({ state }) => (state.data?.pages[0]?.run.state === 'pending' ? ASK_AGAIN_MS : false),
});

export const matchQuery = (organizationId: string, language: string, id: string) =>
  queryOptions({
    queryKey: [...matchesKey(organizationId), 'one', language, id],
    queryFn: ({ signal }) =>
      read(
        api.GET('/api/v1/matches/{id}', {
          params: { path: { id } },
          headers: { 'Accept-Language': language },
          signal,
        }),
      ),
  });

export const interestsQuery = (organizationId: string, filter: InterestFilter) =>
  pagedQuery([...interestsKey(organizationId), filter], (cursor, signal) =>
    read(api.GET('/api/v1/interests', { params: { query: { ...filter, cursor } }, signal })),
  );

/** Everything that tells of matches and interests is asked for again. */
export function refreshMatches(organizationId: string): void {
  void queryClient.invalidateQueries({ queryKey: matchesKey(organizationId) });
  void queryClient.invalidateQueries({ queryKey: interestsKey(organizationId) });
}

/**
 * Puts a match away for good. The list keeps its place until it is read again, so that nothing jumps.
 *
 * @param onAway called also where the list was read again, and the card is gone, before the answer is here
 */
export function useDismissMatch(match: Pick<Match, 'id'>, onAway: () => void) {
  return useMutation({
    mutationFn: (reason: DismissalReason) =>
      read(
        api.POST('/api/v1/matches/{id}/dismiss', { params: { path: { id: match.id } }, body: { reason } }),
      ),
    onSuccess: onAway,
  });
}

/** Sends the first word to the other side. The key belongs to the text, so that a repeat sends it once. */
export function useSendInterest(match: Pick<Match, 'id'>, organizationId: string) {
  return useMutation({
    mutationFn: (letter: { message: string; language: string; idempotencyKey: string }) =>
      read(
        api.POST('/api/v1/matches/{id}/interest', {
          params: { path: { id: match.id }, header: { 'Idempotency-Key': letter.idempotencyKey } },
          body: { message: letter.message, language: letter.language },
        }),
      ),
    onSettled: () => refreshMatches(organizationId),
  });
}

/** What is answered: the interest itself, as a match or the list of interests tells it. */
export interface Answered {
  id: string;
  version?: number;
}

export function useAcceptInterest(interest: Answered, organizationId: string) {
  return useMutation({
    mutationFn: () =>
      read(
        api.POST('/api/v1/interests/{id}/accept', {
          params: { path: { id: interest.id }, header: headerOf(interest) },
        }),
      ),
    onSettled: () => refreshMatches(organizationId),
  });
}

export function useDeclineInterest(interest: Answered, organizationId: string) {
  return useMutation({
    mutationFn: (reason: DismissalReason | null) =>
      read(
        api.POST('/api/v1/interests/{id}/decline', {
          params: { path: { id: interest.id }, header: headerOf(interest) },
          body: { reason },
        }),
      ),
    onSettled: () => refreshMatches(organizationId),
  });
}

export function useWithdrawInterest(interest: Answered, organizationId: string) {
  return useMutation({
    mutationFn: () =>
      read(
        api.POST('/api/v1/interests/{id}/withdraw', {
          params: { path: { id: interest.id }, header: headerOf(interest) },
        }),
      ),
    onSettled: () => refreshMatches(organizationId),
  });
}

function headerOf({ version }: Answered) {
  return version === undefined ? {} : ifMatch(version);
}
