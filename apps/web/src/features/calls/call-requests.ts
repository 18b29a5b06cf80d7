import type { components } from '#libs/api-client';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, read } from '../../lib/api.js';
import { pagedQuery } from '../../lib/pages.js';
import { queryClient } from '../../lib/query.js';

type Schemas = components['schemas'];
export type Call = Schemas['CallResponse'];
export type CallCard = Schemas['CallCardResponse'];
export type CallTerms = Schemas['CallTermsResponse'];
export type CallHistory = Schemas['CallHistoryResponse'];
export type CallFinding = Schemas['CallFindingResponse'];
export type CallChanges = Schemas['EditCallDto'];
export type Stage = Schemas['StageDto'];
export type Question = Schemas['FormQuestionDto'];
export type Criterion = Schemas['CriterionDto'];
export type Rule = Schemas['EligibilityRuleDto'];
export type Quota = Schemas['QuotaDto'];

export const PHASES = ['open', 'coming', 'closed'] as const;
/** What the list shows: the calls of one phase, or those one runs. */
export type Shelf = (typeof PHASES)[number] | 'ours';

export const callsKey = (organizationId: string) => ['o', organizationId, 'calls'] as const;

/** What narrows the list, as it stands in the address. */
export interface CallSearch {
  theme?: string;
  /** Only what the own organization may answer. */
  open?: 'us';
}

export const callsQuery = (organizationId: string, shelf: Shelf, { theme, open }: CallSearch) =>
  pagedQuery([...callsKey(organizationId), 'list', shelf, theme, open], (cursor, signal) => {
    const narrowed = {
      theme: theme === undefined ? undefined : [theme],
      forUs: open === 'us' || undefined,
      cursor,
    };
    const query = shelf === 'ours' ? { mine: true, ...narrowed } : { phase: shelf, ...narrowed };
    return read(api.GET('/api/v1/calls', { params: { query }, signal }));
  });

export const phasesQuery = (organizationId: string) =>
  queryOptions({
    queryKey: [...callsKey(organizationId), 'list', 'phases'],
    queryFn: ({ signal }) => read(api.GET('/api/v1/calls/phases', { signal })),
  });

export const callQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: [...callsKey(organizationId), id],
    queryFn: ({ signal }) => read(api.GET('/api/v1/calls/{id}', { params: { path: { id } }, signal })),
  });

/** `version` is part of the question: every change writes a line. */
export const historyQuery = (organizationId: string, id: string, version: number) =>
  queryOptions({
    queryKey: [...callsKey(organizationId), id, 'history', version],
    queryFn: ({ signal }) =>
      read(api.GET('/api/v1/calls/{id}/history', { params: { path: { id } }, signal })),
    placeholderData: keepPreviousData,
  });

/** What keeps the saved draft from being published. */
export const checkQuery = (organizationId: string, id: string | null, version: number | null) =>
  queryOptions({
    queryKey: [...callsKey(organizationId), id, 'check', version],
    queryFn: ({ signal }) =>
      read(api.GET('/api/v1/calls/{id}/check', { params: { path: { id: id ?? '' } }, signal })),
    enabled: id !== null,
    placeholderData: keepPreviousData,
  });

/** Organizations that may decide: cities and the secretariat, by name. */
export const decidersQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['o', organizationId, 'organizations', 'deciders'],
    staleTime: 600_000,
    queryFn: async ({ signal }) => {
      const query = { kind: ['city', 'secretariat'] as ('city' | 'secretariat')[], limit: 100 };
      const found = [];
      for (let cursor: string | undefined, page = 0; page < 5; page += 1) {
        const answer = await read(
          api.GET('/api/v1/organizations', { params: { query: { ...query, cursor } }, signal }),
        );
        found.push(...answer.items);
        if (!answer.nextCursor) break;
        cursor = answer.nextCursor;
      }
      return found;
    },
  });

export function acceptCall(organizationId: string, call: Call): void {
  queryClient.setQueryData(callQuery(organizationId, call.id).queryKey, call);
  void queryClient.invalidateQueries({ queryKey: [...callsKey(organizationId), 'list'] });
}
