import type { components } from '#libs/api-client';
import { queryOptions, useMutation } from '@tanstack/react-query';
import { useActingOrganization } from '../../../lib/acting-organization.js';
import { api, ifMatch, read } from '../../../lib/api.js';
import { proposalQuery, proposalsKey } from '../../../lib/proposals.js';
import { queryClient } from '../../../lib/query.js';

export type Dossier = components['schemas']['DossierResponse'];
export type DossierChanges = components['schemas']['EditDossierDto'];
export type ProposalPart = components['schemas']['ProposalPartResponse'];

export const dossierQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: [...proposalsKey(organizationId), id, 'dossier'],
    queryFn: ({ signal }) =>
      read(api.GET('/api/v1/proposals/{id}/dossier', { params: { path: { id } }, signal })),
  });

export const storyQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: [...proposalsKey(organizationId), id, 'steps'],
    queryFn: ({ signal }) =>
      read(api.GET('/api/v1/proposals/{id}/steps', { params: { path: { id } }, signal })),
  });

export const partsQuery = (organizationId: string) =>
  queryOptions({
    queryKey: [...proposalsKey(organizationId), 'parts'],
    queryFn: ({ signal }) => read(api.GET('/api/v1/proposal-parts', { signal })),
  });

/** What somebody does around a proposal: afterwards everything about it is read anew. */
export function useAct<Input = void>(id: string, act: (input: Input) => Promise<unknown>) {
  const organization = useActingOrganization();
  return useMutation({
    mutationFn: act,
    onSettled: async () => {
      await queryClient.invalidateQueries({ queryKey: dossierQuery(organization.id, id).queryKey });
      await queryClient.invalidateQueries({
        queryKey: proposalQuery(organization.id, id).queryKey,
        exact: true,
      });
      void queryClient.invalidateQueries({ queryKey: partsQuery(organization.id).queryKey });
      void queryClient.invalidateQueries({ queryKey: storyQuery(organization.id, id).queryKey });
    },
  });
}

/** The version that the next change is about: others may have changed the proposal meanwhile, in other fields. */
export async function currentVersion(organizationId: string, id: string): Promise<number> {
  const dossier = await queryClient.fetchQuery({ ...dossierQuery(organizationId, id), staleTime: 0 });
  return dossier.version;
}

/** Saves fields of a dossier. */
export function useSaveDossier(id: string) {
  const organization = useActingOrganization();
  return useAct(id, async (changes: DossierChanges) => {
    const version = await currentVersion(organization.id, id);
    const saved = await read(
      api.PATCH('/api/v1/proposals/{id}/dossier', {
        params: { path: { id }, header: ifMatch(version) },
        body: changes,
      }),
    );
    // Should reading it anew fail, what was saved stands all the same.
    queryClient.setQueryData(dossierQuery(organization.id, id).queryKey, saved);
    return saved;
  });
}

/** Names of those who take part, the lead first. */
export function consortiumOf(dossier: Dossier): { value: string; label: string }[] {
  const accepted = dossier.partners.filter(({ state }) => state === 'accepted');
  return [
    { value: dossier.organizationId, label: dossier.organizationName },
    ...accepted.map(({ organizationId, name }) => ({ value: organizationId, label: name })),
  ];
}

/** Of any organization that has, or had, a place in the consortium. */
export function memberName({ organizationId, organizationName, partners }: Dossier, id: string): string {
  if (id === organizationId) return organizationName;
  return partners.find((partner) => partner.organizationId === id)?.name ?? '';
}
