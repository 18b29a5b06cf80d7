import { useMutation } from '@tanstack/react-query';
import type { Autosave } from '../../forms/autosave.js';
import { useSending } from '../../forms/use-sending.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { api, ifMatch, read } from '../../lib/api.js';
import { type Proposal, proposalQuery, proposalsKey } from '../../lib/proposals.js';
import { queryClient } from '../../lib/query.js';
import type { ProposalForm } from './proposal-form.js';

/** Hands the draft in as it stands on the screen: first everything is saved, then that version is submitted. */
export function useSubmitProposal(autosave: Autosave<ProposalForm>) {
  const organization = useActingOrganization();
  return useSending(
    autosave,
    (id, version) =>
      read(api.POST('/api/v1/proposals/{id}/submit', { params: { path: { id }, header: ifMatch(version) } })),
    (proposal) => acceptProposal(organization.id, proposal),
  );
}

/** Takes a submitted proposal back; its frozen versions stay. */
export function useWithdrawProposal(proposal: Proposal) {
  const organization = useActingOrganization();
  return useMutation({
    mutationFn: () =>
      read(
        api.POST('/api/v1/proposals/{id}/withdraw', {
          params: { path: { id: proposal.id }, header: ifMatch(proposal.version) },
        }),
      ),
    onSuccess: (withdrawn) => acceptProposal(organization.id, withdrawn),
  });
}

function acceptProposal(organizationId: string, proposal: Proposal): void {
  queryClient.setQueryData(proposalQuery(organizationId, proposal.id).queryKey, proposal);
  void queryClient.invalidateQueries({ queryKey: [...proposalsKey(organizationId), 'list'] });
  void queryClient.invalidateQueries({ queryKey: ['o', organizationId, 'matches'] });
}
