import { useMutation } from '@tanstack/react-query';
import type { Autosave } from '../../forms/autosave.js';
import { useSending } from '../../forms/use-sending.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { api, ifMatch, read } from '../../lib/api.js';
import type { Opportunity } from '../../lib/opportunities.js';
import { acceptOpportunity, type OpportunityForm } from './opportunity-form.js';

/** Opens the draft to everybody, as it stands on the screen: first saved, then that version is published. */
export function usePublishOpportunity(autosave: Autosave<OpportunityForm>) {
  const organization = useActingOrganization();
  return useSending(
    autosave,
    (id, version) =>
      read(
        api.POST('/api/v1/opportunities/{id}/publish', {
          params: { path: { id }, header: ifMatch(version) },
        }),
      ),
    (opportunity) => acceptOpportunity(organization.id, opportunity),
  );
}

/** Ends an opportunity; it cannot be opened again. */
export function useCloseOpportunity(opportunity: Opportunity) {
  const organization = useActingOrganization();
  return useMutation({
    mutationFn: () =>
      read(
        api.POST('/api/v1/opportunities/{id}/close', {
          params: { path: { id: opportunity.id }, header: ifMatch(opportunity.version) },
        }),
      ),
    onSuccess: (closed) => acceptOpportunity(organization.id, closed),
  });
}
