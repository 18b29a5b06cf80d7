import { useMutation } from '@tanstack/react-query';
import type { Autosave } from '../../forms/autosave.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { api, ifMatch, read } from '../../lib/api.js';
import { refreshMatches } from '../../lib/matches.js';
import { acceptRequest, type RequestForm } from './request-form.js';

/** Opens the draft to consultants as it stands on the screen: everything is saved first, then that version goes. */
export function useSubmitRequest(autosave: Autosave<RequestForm>) {
  const organization = useActingOrganization();
  return useMutation({
    mutationFn: async () => {
      await autosave.save();
      const { id, version, problem } = autosave.state.get();
      if (autosave.isDirty || id === null || version === null) throw problem;
      return read(
        api.POST('/api/v1/consulting-requests/{id}/submit', {
          params: { path: { id }, header: ifMatch(version) },
        }),
      );
    },
    onSuccess: (request) => {
      acceptRequest(organization.id, request);
      refreshMatches(organization.id);
    },
  });
}
