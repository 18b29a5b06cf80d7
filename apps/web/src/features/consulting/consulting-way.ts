import type { components } from '#libs/api-client';
import { queryOptions, useMutation } from '@tanstack/react-query';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { api, ifMatch, read } from '../../lib/api.js';
import { pagedQuery } from '../../lib/pages.js';
import { queryClient } from '../../lib/query.js';
import { type ConsultingRequest, requestsKey } from './requests.js';

type Schemas = components['schemas'];
export type Quote = Schemas['QuoteResponse'];
export type Invitation = Schemas['ExpertInvitationResponse'];
export type OwnInvitation = Schemas['OwnInvitationResponse'];
export type RankedExpert = Schemas['RankedExpertResponse'];
export type LibraryCase = Schemas['FoundCaseResponse'];
export type DeskItem = Schemas['DeskItemResponse'];
export type Words = Schemas['ConsultingWordsDto'];
export type WrittenQuote = Schemas['WriteQuoteDto'];
export type WaitsOn = DeskItem['waitsOn'];

/** What the reader may see of one request, beside the request itself. */
const aboutKey = (organizationId: string, id: string) => [...requestsKey(organizationId), id] as const;
const at = (id: string) => ({ params: { path: { id } } });

export const historyQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: [...aboutKey(organizationId, id), 'history'],
    queryFn: ({ signal }) => read(api.GET('/api/v1/consulting-requests/{id}/history', { ...at(id), signal })),
  });

export const invitedQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: [...aboutKey(organizationId, id), 'invitations'],
    queryFn: ({ signal }) =>
      read(api.GET('/api/v1/consulting-requests/{id}/invitations', { ...at(id), signal })),
  });

export const expertsQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: [...aboutKey(organizationId, id), 'experts'],
    queryFn: ({ signal }) =>
      read(
        api.GET('/api/v1/consulting-requests/{id}/experts', {
          params: { path: { id }, query: { limit: 10 } },
          signal,
        }),
      ),
  });

export const quotesQuery = (organizationId: string, id: string, currency: string) =>
  queryOptions({
    queryKey: [...aboutKey(organizationId, id), 'quotes', currency],
    queryFn: ({ signal }) =>
      read(
        api.GET('/api/v1/consulting-requests/{id}/quotes', {
          params: { path: { id }, query: currency === '' ? {} : { currency } },
          signal,
        }),
      ),
  });

export const ownInvitationsQuery = (organizationId: string) =>
  queryOptions({
    queryKey: [...requestsKey(organizationId), 'expert-invitations'],
    queryFn: ({ signal }) => read(api.GET('/api/v1/expert-invitations', { signal })),
  });

export const deskQuery = (organizationId: string) =>
  queryOptions({
    queryKey: [...requestsKey(organizationId), 'desk'],
    queryFn: ({ signal }) => read(api.GET('/api/v1/consulting-desk', { signal })),
  });

export const deskListQuery = (organizationId: string, waitsOn: WaitsOn | '') =>
  pagedQuery([...requestsKey(organizationId), 'desk', 'list', waitsOn], (cursor, signal) =>
    read(
      api.GET('/api/v1/consulting-desk/requests', {
        params: { query: { cursor, ...(waitsOn !== '' && { waitsOn: [waitsOn] }) } },
        signal,
      }),
    ),
  );

export const libraryQuery = (organizationId: string, q: string) =>
  pagedQuery([...requestsKey(organizationId), 'library', q], (cursor, signal) =>
    read(
      api.GET('/api/v1/case-library', {
        params: { query: { cursor, ...(q.trim() !== '' && { q }) } },
        signal,
      }),
    ),
  );

export const caseQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: [...requestsKey(organizationId), 'case', id],
    queryFn: ({ signal }) => read(api.GET('/api/v1/case-library/{id}', { ...at(id), signal })),
  });

/** Cases that may answer what is being asked. */
export const suggestionsQuery = (organizationId: string, asked: Schemas['SuggestCasesDto']) =>
  queryOptions({
    queryKey: [...requestsKey(organizationId), 'suggestions', asked],
    staleTime: 60_000,
    queryFn: ({ signal }) => read(api.POST('/api/v1/case-library/suggest', { body: asked, signal })),
  });

/** A change after which everything shown of requests is read again. */
function useVerb<Input, Output>(act: (input: Input) => Promise<Output>) {
  const organization = useActingOrganization();
  return useMutation({
    mutationFn: act,
    onSettled: () => queryClient.invalidateQueries({ queryKey: requestsKey(organization.id) }),
  });
}

/** A step of whoever reads the request. */
export type WayStep =
  | { verb: 'take' }
  | { verb: 'close-quotes' }
  | { verb: 'ask-information' | 'refuse' | 'leave-unanswered' | 'give-information'; said: Words }
  | { verb: 'cancel'; said: Words | null }
  | { verb: 'answer'; body: Schemas['AnswerRequestDto'] }
  | { verb: 'invite'; body: Schemas['InviteExpertsDto'] };

const BASE = '/api/v1/consulting-requests/{id}';

function sendStep({ id, version }: ConsultingRequest, step: WayStep) {
  const to = { params: { path: { id }, header: ifMatch(version) } };
  switch (step.verb) {
    case 'take':
      return read(api.POST(`${BASE}/take`, to));
    case 'close-quotes':
      return read(api.POST(`${BASE}/close-quotes`, to));
    case 'ask-information':
      return read(api.POST(`${BASE}/ask-information`, { ...to, body: step.said }));
    case 'refuse':
      return read(api.POST(`${BASE}/refuse`, { ...to, body: step.said }));
    case 'leave-unanswered':
      return read(api.POST(`${BASE}/leave-unanswered`, { ...to, body: step.said }));
    case 'give-information':
      return read(api.POST(`${BASE}/give-information`, { ...to, body: step.said }));
    case 'cancel':
      return read(api.POST(`${BASE}/cancel`, { ...to, body: { said: step.said } }));
    case 'answer':
      return read(api.POST(`${BASE}/answer`, { ...to, body: step.body }));
    case 'invite':
      return read(api.POST(`${BASE}/invite`, { ...to, body: step.body }));
  }
}

export const useStep = (request: ConsultingRequest) => useVerb((step: WayStep) => sendStep(request, step));

export const useAcceptInvitation = (id: string) =>
  useVerb((body: Schemas['AcceptInvitationDto']) =>
    read(api.POST('/api/v1/expert-invitations/{id}/accept', { ...at(id), body })),
  );

export const useDeclineInvitation = (id: string) =>
  useVerb((body: Schemas['DeclineInvitationDto']) =>
    read(api.POST('/api/v1/expert-invitations/{id}/decline', { ...at(id), body })),
  );

/**
 * Hands in a quote, or another version of the one there is.
 *
 * @param onSaved called before anything shows the answer
 */
export const useWriteQuote = (requestId: string, quote: Quote | undefined, onSaved: (quote: Quote) => void) =>
  useVerb(async (body: WrittenQuote) => {
    const saved = quote
      ? await read(
          api.POST('/api/v1/quotes/{id}/revise', {
            params: { path: { id: quote.id }, header: ifMatch(quote.version) },
            body,
          }),
        )
      : await read(api.POST('/api/v1/consulting-requests/{id}/quotes', { ...at(requestId), body }));
    onSaved(saved.quote);
    return saved;
  });

export const useWithdrawQuote = (id: string) =>
  useVerb(() => read(api.POST('/api/v1/quotes/{id}/withdraw', at(id))));

export const useSelectQuote = () =>
  useVerb(({ id, body }: { id: string; body: Schemas['SelectQuoteDto'] }) =>
    read(api.POST('/api/v1/quotes/{id}/select', { ...at(id), body })),
  );

/** Adds a case, or replaces the words of the one there is. */
export const useWriteCase = (found?: LibraryCase) =>
  useVerb((body: Schemas['WriteCaseDto']) =>
    found
      ? read(
          api.PATCH('/api/v1/case-library/{id}', {
            params: { path: { id: found.id }, header: ifMatch(found.version) },
            body,
          }),
        )
      : read(api.POST('/api/v1/case-library', { body })),
  );

export const useWithdrawCase = ({ id, version }: LibraryCase) =>
  useVerb(() =>
    read(
      api.POST('/api/v1/case-library/{id}/withdraw', { params: { path: { id }, header: ifMatch(version) } }),
    ),
  );
