import type { components } from '#libs/api-client';
import { type QueryKey, queryOptions, useMutation } from '@tanstack/react-query';
import { api, ifMatch, read, run } from '../../lib/api.js';
import { meQuery } from '../../lib/me.js';
import { queryClient } from '../../lib/query.js';

export type MemberPage = components['schemas']['MemberPageResponse'];
export type Member = components['schemas']['MemberResponse'];
export type Invitation = components['schemas']['InvitationResponse'];
export type NewInvitation = components['schemas']['InviteMemberDto'];

const key = (id: string): QueryKey => ['o', id, 'people'];
const at = (id: string) => ({ params: { path: { id } } });

export const membersQuery = (id: string) =>
  queryOptions({
    queryKey: [...key(id), 'members'],
    queryFn: ({ signal }) => read(api.GET('/api/v1/organizations/{id}/members', { ...at(id), signal })),
  });

export const invitationsQuery = (id: string) =>
  queryOptions({
    queryKey: [...key(id), 'invitations'],
    queryFn: ({ signal }) => read(api.GET('/api/v1/organizations/{id}/invitations', { ...at(id), signal })),
  });

/** One act on the people of an organization; afterwards they are read again, and so are one's own seats. */
export function usePeopleAct<Input = void>(organizationId: string, act: (input: Input) => Promise<unknown>) {
  return useMutation({
    mutationFn: act,
    onSettled: async () => {
      await queryClient.invalidateQueries({ queryKey: key(organizationId) });
      await queryClient.invalidateQueries({ queryKey: meQuery.queryKey });
    },
  });
}

/** What the screen does, each by its route. */
export const people = (id: string) => ({
  invite: (body: NewInvitation) =>
    read(api.POST('/api/v1/organizations/{id}/invitations', { ...at(id), body })),
  resend: ({ id: invitationId, version }: Invitation) =>
    read(
      api.POST('/api/v1/organizations/{id}/invitations/{invitationId}/resend', {
        params: { path: { id, invitationId }, header: ifMatch(version) },
      }),
    ),
  revoke: ({ id: invitationId, version }: Invitation) =>
    run(
      api.DELETE('/api/v1/organizations/{id}/invitations/{invitationId}', {
        params: { path: { id, invitationId }, header: ifMatch(version) },
      }),
    ),
  change: ({ member, ...body }: { member: Member; role?: string; signatory?: boolean }) =>
    read(
      api.PATCH('/api/v1/organizations/{id}/members/{personId}', {
        params: { path: { id, personId: member.personId }, header: ifMatch(member.version) },
        body,
      }),
    ),
  remove: ({ personId, version }: Member) =>
    run(
      api.DELETE('/api/v1/organizations/{id}/members/{personId}', {
        params: { path: { id, personId }, header: ifMatch(version) },
      }),
    ),
  leave: () => run(api.POST('/api/v1/organizations/{id}/leave', at(id))),
  offer: ({ personId }: Member) =>
    run(api.POST('/api/v1/organizations/{id}/ownership-offer', { ...at(id), body: { personId } })),
  answer: (verb: 'accept' | 'decline' | 'withdraw') => run(answerOffer(id, verb)),
});

function answerOffer(id: string, verb: 'accept' | 'decline' | 'withdraw') {
  switch (verb) {
    case 'accept':
      return api.POST('/api/v1/organizations/{id}/ownership-offer/accept', at(id));
    case 'decline':
      return api.POST('/api/v1/organizations/{id}/ownership-offer/decline', at(id));
    case 'withdraw':
      return api.POST('/api/v1/organizations/{id}/ownership-offer/withdraw', at(id));
  }
}
