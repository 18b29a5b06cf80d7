import type { Autosave } from '../../forms/autosave.js';
import { useSending } from '../../forms/use-sending.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { api, ifMatch, read } from '../../lib/api.js';
import { refreshMatches } from '../../lib/matches.js';
import { acceptRequest, type RequestForm } from './request-form.js';

/** Opens the draft to consultants as it stands on the screen: everything is saved first, then that version goes. */
export function useSubmitRequest(autosave: Autosave<RequestForm>) {
  const organization = useActingOrganization();
  return useSending(
    autosave,
    (id, version) =>
      read(
        api.POST('/api/v1/consulting-requests/{id}/submit', {
          params: { path: { id }, header: ifMatch(version) },
        }),
      ),
    (request) => {
      acceptRequest(organization.id, request);
      refreshMatches(organization.id);
    },
  );
}
