import type { components } from '#libs/api-client';
import { queryOptions } from '@tanstack/react-query';
import { api, read } from './api.js';
import { pagedQuery } from './pages.js';

export type Proposal = components['schemas']['ProposalResponse'];
export type ProposalCard = components['schemas']['ProposalCardResponse'];
export type ProposalPage = components['schemas']['ProposalPageResponse'];
export type ProposalState = Proposal['state'];
export const PROPOSAL_STATES = [
  'draft',
  'submitted',
  'under_review',
  'more_info',
  'revision_requested',
  'accepted',
  'conditional',
  'waitlisted',
  'rejected',
  'withdrawn',
] as const satisfies ProposalState[];

/** Everything read of proposals on behalf of one organization. */
export const proposalsKey = (organizationId: string) => ['o', organizationId, 'proposals'] as const;

export const proposalsQuery = (organizationId: string, filter: { state?: ProposalState; limit?: number }) =>
  pagedQuery([...proposalsKey(organizationId), 'list', filter], (cursor, signal) =>
    read(
      api.GET('/api/v1/proposals', {
        params: { query: { ...filter, state: filter.state && [filter.state], cursor } },
        signal,
      }),
    ),
  );

export const proposalQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: [...proposalsKey(organizationId), id],
    queryFn: ({ signal }) => read(api.GET('/api/v1/proposals/{id}', { params: { path: { id } }, signal })),
  });
