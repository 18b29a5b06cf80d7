import type { components } from '#libs/api-client';
import { queryOptions } from '@tanstack/react-query';
import { api, read } from '../../lib/api.js';
import { ApiProblem } from '../../lib/api-problem.js';
import { pagedQuery } from '../../lib/pages.js';

export type Membership = components['schemas']['MembershipResponse'];
export type MembershipCard = components['schemas']['MembershipCardResponse'];
export type MembershipState = Membership['state'];
export type Vote = components['schemas']['VoteResponse'];
export type VoteCard = components['schemas']['VoteCardResponse'];
export type Committee = components['schemas']['CommitteeResponse'];
export type CommitteeSeat = components['schemas']['CommitteeSeatResponse'];
export type Participation = components['schemas']['ParticipationResponse'];
export type DueParticipation = components['schemas']['DueParticipationResponse'];
export type NamedOrganization = components['schemas']['NamedOrganizationResponse'];

/** Everything read of memberships, votes and seats on behalf of one organization. */
export const membershipKey = (organizationId: string) => ['o', organizationId, 'membership'] as const;

export interface MembershipFilter {
  state?: MembershipState[];
  toBeRatified?: boolean;
}

export const membershipsQuery = (organizationId: string, filter: MembershipFilter = {}) =>
  pagedQuery([...membershipKey(organizationId), 'list', filter], (cursor, signal) =>
    read(api.GET('/api/v1/memberships', { params: { query: { ...filter, cursor } }, signal })),
  );

export const membershipQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: [...membershipKey(organizationId), 'one', id],
    queryFn: ({ signal }) => read(api.GET('/api/v1/memberships/{id}', { params: { path: { id } }, signal })),
  });

export const votesQuery = (organizationId: string) =>
  pagedQuery([...membershipKey(organizationId), 'votes'], (cursor, signal) =>
    read(api.GET('/api/v1/votes', { params: { query: { cursor } }, signal })),
  );

export const voteQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: [...membershipKey(organizationId), 'votes', id],
    queryFn: ({ signal }) => read(api.GET('/api/v1/votes/{id}', { params: { path: { id } }, signal })),
  });

export const committeeQuery = (organizationId: string) =>
  queryOptions({
    queryKey: [...membershipKey(organizationId), 'committee'],
    queryFn: ({ signal }) => read(api.GET('/api/v1/excom-seats', { signal })),
  });

export const dueParticipationsQuery = (organizationId: string) =>
  pagedQuery([...membershipKey(organizationId), 'participations'], (cursor, signal) =>
    read(api.GET('/api/v1/participations', { params: { query: { cursor } }, signal })),
  );

/** Members of the list whose fees and terms are not on the books. */
export const unenteredQuery = (organizationId: string) =>
  queryOptions({
    queryKey: [...membershipKey(organizationId), 'unentered'],
    queryFn: ({ signal }) => read(api.GET('/api/v1/memberships/unentered', { signal })),
  });

/** Null where nothing has to be confirmed. */
export const participationQuery = (organizationId: string) =>
  queryOptions({
    queryKey: [...membershipKey(organizationId), 'participation'],
    queryFn: async ({ signal }): Promise<Participation | null> => {
      try {
        return await read(api.GET('/api/v1/participation', { signal }));
      } catch (error) {
        if (error instanceof ApiProblem && error.status === 404) return null;
        throw error;
      }
    },
  });
