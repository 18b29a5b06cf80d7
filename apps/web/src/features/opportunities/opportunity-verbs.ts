import type { components } from '#libs/api-client';
import { useMutation } from '@tanstack/react-query';
import type { Autosave } from '../../forms/autosave.js';
import { useSending } from '../../forms/use-sending.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { api, ifMatch, read } from '../../lib/api.js';
import type { Opportunity } from '../../lib/opportunities.js';
import { queryClient } from '../../lib/query.js';
import { acceptOpportunity, type OpportunityForm } from './opportunity-form.js';
import { checksKey } from './opportunity-requests.js';

type Schemas = components['schemas'];

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

interface At {
  path: { id: string };
  header: { 'If-Match': string };
}

/** What needs no word to go with it. */
const PLAIN = {
  pause: (params: At) => read(api.POST('/api/v1/opportunities/{id}/pause', { params })),
  resume: (params: At) => read(api.POST('/api/v1/opportunities/{id}/resume', { params })),
  takeBack: (params: At) => read(api.POST('/api/v1/opportunities/{id}/take-back', { params })),
  askLook: (params: At) => read(api.POST('/api/v1/opportunities/{id}/ask-look', { params })),
  discard: (params: At) => read(api.POST('/api/v1/opportunities/{id}/discard', { params })),
  approve: (params: At) => read(api.POST('/api/v1/opportunities/{id}/approve', { params })),
  release: (params: At) => read(api.POST('/api/v1/opportunities/{id}/release', { params })),
} as const;
export type PlainVerb = keyof typeof PLAIN;

/** What is done with words, a choice, or a day. */
export type WordedStep =
  | { verb: 'close'; body: Schemas['CloseOpportunityDto'] }
  | { verb: 'fill' | 'reportOutcome'; body: Schemas['FillOpportunityDto'] }
  | { verb: 'renew'; body: Schemas['RenewOpportunityDto'] }
  | { verb: 'sendBack' | 'hold'; body: Schemas['ReviewOpportunityDto'] };

function send(step: WordedStep | { verb: PlainVerb }, params: At) {
  switch (step.verb) {
    case 'close':
      return read(api.POST('/api/v1/opportunities/{id}/close', { params, body: step.body }));
    case 'fill':
      return read(api.POST('/api/v1/opportunities/{id}/fill', { params, body: step.body }));
    case 'reportOutcome':
      return read(api.POST('/api/v1/opportunities/{id}/report-outcome', { params, body: step.body }));
    case 'renew':
      return read(api.POST('/api/v1/opportunities/{id}/renew', { params, body: step.body }));
    case 'sendBack':
      return read(api.POST('/api/v1/opportunities/{id}/return', { params, body: step.body }));
    case 'hold':
      return read(api.POST('/api/v1/opportunities/{id}/hold', { params, body: step.body }));
    default:
      return PLAIN[step.verb](params);
  }
}

/** One step of an opportunity, from the version on the screen. */
export function useOpportunityStep(opportunity: Opportunity) {
  const organization = useActingOrganization();
  return useMutation({
    mutationFn: (step: WordedStep | { verb: PlainVerb }) =>
      send(step, { path: { id: opportunity.id }, header: ifMatch(opportunity.version) }),
    onSuccess: (moved) => acceptOpportunity(organization.id, moved),
    // What refuses it now, the check on the screen may have found fit before.
    onError: () =>
      void queryClient.invalidateQueries({ queryKey: checksKey(organization.id, opportunity.id) }),
  });
}

/** Begins a new draft that says what this one says; its day for answers and its period are left open. */
export function useDuplicate(opportunity: Opportunity) {
  const organization = useActingOrganization();
  const { title, language, text, collaboration, themes, markets, requirements } = opportunity;
  return useMutation({
    mutationFn: () =>
      read(
        api.POST('/api/v1/opportunities', {
          body: { title, language, text, collaboration, themes, markets, requirements },
        }),
      ),
    onSuccess: (begun) => acceptOpportunity(organization.id, begun),
  });
}
