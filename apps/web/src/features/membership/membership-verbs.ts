import type { components } from '#libs/api-client';
import { useMutation } from '@tanstack/react-query';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { api, ifMatch, read } from '../../lib/api.js';
import { queryClient } from '../../lib/query.js';
import { type Membership, membershipKey, type Vote } from './memberships.js';

type Schemas = components['schemas'];

/** A change after which everything shown of memberships is read again. */
function useVerb<Input, Output>(act: (input: Input) => Promise<Output>) {
  const organization = useActingOrganization();
  return useMutation({
    mutationFn: act,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: membershipKey(organization.id) }),
  });
}

const at = ({ id, version }: { id: string; version: number }) => ({
  params: { path: { id }, header: ifMatch(version) },
});

export const useApply = () =>
  useVerb((body: Schemas['ApplyForMembershipDto']) => read(api.POST('/api/v1/memberships', { body })));

export const useWithdraw = (membership: Membership) =>
  useVerb(() => read(api.POST('/api/v1/memberships/{id}/withdraw', at(membership))));

export const useConfirm = () => useVerb(() => read(api.POST('/api/v1/participation/confirm')));

export const usePutToVote = (membership: Membership) =>
  useVerb((body: Schemas['PutToVoteDto']) =>
    read(api.POST('/api/v1/memberships/{id}/put-to-vote', { ...at(membership), body })),
  );

export const useReject = (membership: Membership) =>
  useVerb((reason: string) =>
    read(api.POST('/api/v1/memberships/{id}/reject', { ...at(membership), body: { reason } })),
  );

export const useReceiveFee = (membership: Membership) =>
  useVerb((body: Schemas['ReceiveFeeDto']) =>
    read(api.POST('/api/v1/memberships/{id}/receive-fee', { ...at(membership), body })),
  );

export const useRatify = (membership: Membership) =>
  useVerb((body: Schemas['RecordRatificationDto']) =>
    read(api.POST('/api/v1/memberships/{id}/ratify', { ...at(membership), body })),
  );

export const useEnter = () =>
  useVerb((body: Schemas['EnterMembershipDto']) => read(api.POST('/api/v1/memberships/enter', { body })));

export const useCast = (vote: Vote) =>
  useVerb((choice: Schemas['CastBallotDto']['choice']) =>
    read(api.POST('/api/v1/votes/{id}/cast', { ...at(vote), body: { choice } })),
  );

export const useAssignSeat = () =>
  useVerb((body: Schemas['AssignSeatDto']) => read(api.POST('/api/v1/excom-seats', { body })));

export const useEndSeat = () =>
  useVerb((tenure: { id: string; version: number }) =>
    read(api.POST('/api/v1/excom-seats/{id}/end', at(tenure))),
  );
