import type { components } from '#libs/api-client';
import { keepPreviousData, queryOptions, useMutation } from '@tanstack/react-query';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { api, ifMatch, read, run } from '../../lib/api.js';
import { pagedQuery } from '../../lib/pages.js';
import { queryClient } from '../../lib/query.js';

type Schemas = components['schemas'];
export type Engagement = Schemas['EngagementResponse'];
export type ListedEngagement = Schemas['ListedEngagementResponse'];
export type Session = Schemas['EngagementSessionResponse'];
export type Deliverable = Schemas['EngagementDeliverableResponse'];
export type Entry = Schemas['LedgerEntryResponse'];
export type Party = Schemas['EngagementPartyResponse'];
export type Times = Schemas['SessionTimesResponse'];
export type State = Engagement['state'];

const key = (organizationId: string) => ['o', organizationId, 'engagements'] as const;

export const engagementsQuery = (organizationId: string, states: State[]) =>
  pagedQuery([...key(organizationId), 'list', states], (cursor, signal) =>
    read(api.GET('/api/v1/engagements', { params: { query: { cursor, state: states } }, signal })),
  );

export const engagementQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: [...key(organizationId), 'one', id],
    queryFn: ({ signal }) => read(api.GET('/api/v1/engagements/{id}', { params: { path: { id } }, signal })),
    // The other side works on it as well.
    refetchInterval: 30_000,
  });

export const ratingsQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: [...key(organizationId), 'ratings', id],
    queryFn: ({ signal }) =>
      read(api.GET('/api/v1/engagements/{id}/ratings', { params: { path: { id } }, signal })),
  });

export interface TimesWish {
  day: string;
  zone: string;
  lengthMinutes: number;
}

export const timesQuery = (organizationId: string, id: string, query: TimesWish) =>
  queryOptions({
    queryKey: [...key(organizationId), 'times', id, query],
    queryFn: ({ signal }) =>
      read(api.GET('/api/v1/engagements/{id}/times', { params: { path: { id }, query }, signal })),
    placeholderData: keepPreviousData,
  });

export const calendarFeedQuery = queryOptions({
  queryKey: ['calendar-feed'],
  queryFn: ({ signal }) => read(api.GET('/api/v1/calendar-feed', { signal })),
});

/** A change after which everything shown of engagements is read again. */
function useVerb<Input, Output>(act: (input: Input) => Promise<Output>) {
  const organization = useActingOrganization();
  return useMutation({
    mutationFn: act,
    onSettled: () => queryClient.invalidateQueries({ queryKey: key(organization.id) }),
  });
}

const at = ({ id, version }: Engagement) => ({ params: { path: { id }, header: ifMatch(version) } });
const ofSession = ({ id, version }: Engagement, sessionId: string) => ({
  params: { path: { id, sessionId }, header: ifMatch(version) },
});
const ofDeliverable = ({ id, version }: Engagement, deliverableId: string) => ({
  params: { path: { id, deliverableId }, header: ifMatch(version) },
});

export const useSign = (engagement: Engagement) =>
  useVerb(() =>
    read(
      api.POST('/api/v1/engagements/{id}/sign', {
        ...at(engagement),
        body: { termsHash: engagement.termsHash },
      }),
    ),
  );

export const useCancel = (engagement: Engagement) =>
  useVerb((body: Schemas['EngagementReasonDto']) =>
    read(api.POST('/api/v1/engagements/{id}/cancel', { ...at(engagement), body })),
  );

export const usePropose = (engagement: Engagement) =>
  useVerb((body: Schemas['ProposeSessionDto']) =>
    read(api.POST('/api/v1/engagements/{id}/sessions', { ...at(engagement), body })),
  );

export type SessionStep =
  | { verb: 'confirm'; body: Schemas['ConfirmSessionDto'] }
  | { verb: 'move'; body: Schemas['SessionSlotsDto'] }
  | { verb: 'cancel'; body: Schemas['CancelSessionDto'] }
  | { verb: 'miss'; body: Schemas['MissedSessionDto'] }
  | { verb: 'minutes'; body: Schemas['SessionMinutesDto'] }
  | { verb: 'confirm-minutes' };

function sendSession(engagement: Engagement, sessionId: string, step: SessionStep): Promise<Engagement> {
  const to = ofSession(engagement, sessionId);
  switch (step.verb) {
    case 'confirm':
      return read(
        api.POST('/api/v1/engagements/{id}/sessions/{sessionId}/confirm', { ...to, body: step.body }),
      );
    case 'move':
      return read(api.POST('/api/v1/engagements/{id}/sessions/{sessionId}/move', { ...to, body: step.body }));
    case 'cancel':
      return read(
        api.POST('/api/v1/engagements/{id}/sessions/{sessionId}/cancel', { ...to, body: step.body }),
      );
    case 'miss':
      return read(api.POST('/api/v1/engagements/{id}/sessions/{sessionId}/miss', { ...to, body: step.body }));
    case 'minutes':
      return read(
        api.POST('/api/v1/engagements/{id}/sessions/{sessionId}/minutes', { ...to, body: step.body }),
      );
    case 'confirm-minutes':
      return read(api.POST('/api/v1/engagements/{id}/sessions/{sessionId}/confirm-minutes', to));
  }
}

export const useSessionStep = (engagement: Engagement, sessionId: string) =>
  useVerb((step: SessionStep) => sendSession(engagement, sessionId, step));

export type DeliverableStep =
  | { verb: 'submit'; body: Schemas['SubmitDeliverableDto'] }
  | { verb: 'accept' }
  | { verb: 'ask-revision'; body: Schemas['RevisionDto'] };

function sendDeliverable(engagement: Engagement, id: string, step: DeliverableStep): Promise<Engagement> {
  const to = ofDeliverable(engagement, id);
  switch (step.verb) {
    case 'submit':
      return read(
        api.POST('/api/v1/engagements/{id}/deliverables/{deliverableId}/submit', { ...to, body: step.body }),
      );
    case 'accept':
      return read(api.POST('/api/v1/engagements/{id}/deliverables/{deliverableId}/accept', to));
    case 'ask-revision':
      return read(
        api.POST('/api/v1/engagements/{id}/deliverables/{deliverableId}/ask-revision', {
          ...to,
          body: step.body,
        }),
      );
  }
}

export const useDeliverableStep = (engagement: Engagement, deliverableId: string) =>
  useVerb((step: DeliverableStep) => sendDeliverable(engagement, deliverableId, step));

export const useInvoice = (engagement: Engagement) =>
  useVerb((body: Schemas['InvoiceDto']) =>
    read(api.POST('/api/v1/engagements/{id}/invoices', { ...at(engagement), body })),
  );

export const usePayment = (engagement: Engagement) =>
  useVerb((body: Schemas['PaymentDto']) =>
    read(api.POST('/api/v1/engagements/{id}/payments', { ...at(engagement), body })),
  );

export const useReversal = ({ id, version }: Engagement) =>
  useVerb(({ entryId, reason }: { entryId: string; reason: string }) =>
    read(
      api.POST('/api/v1/engagements/{id}/entries/{entryId}/reverse', {
        params: { path: { id, entryId }, header: ifMatch(version) },
        body: { reason },
      }),
    ),
  );

export const useRate = ({ id }: Engagement) =>
  useVerb((body: Schemas['RatingDto']) =>
    read(api.POST('/api/v1/engagements/{id}/ratings', { params: { path: { id } }, body })),
  );

export const useDispute = (engagement: Engagement) =>
  useVerb((body: Schemas['EngagementReasonDto']) =>
    read(api.POST('/api/v1/engagements/{id}/dispute', { ...at(engagement), body })),
  );

export const useDecideDispute = (engagement: Engagement) =>
  useVerb((body: Schemas['DecideDisputeDto']) =>
    read(api.POST('/api/v1/engagements/{id}/decide-dispute', { ...at(engagement), body })),
  );

export const useDraftNote = (engagement: Engagement) =>
  useVerb((body: Schemas['CaseNoteDto']) =>
    read(api.PUT('/api/v1/engagements/{id}/case-note', { ...at(engagement), body })),
  );

export const useConsent = (engagement: Engagement) =>
  useVerb(() => read(api.POST('/api/v1/engagements/{id}/case-note/consent', at(engagement))));

export const useCalendarFeed = () =>
  useMutation({
    mutationFn: async (isOn: boolean): Promise<string | null> => {
      if (isOn) return (await read(api.POST('/api/v1/calendar-feed'))).url;
      await run(api.DELETE('/api/v1/calendar-feed'));
      return null;
    },
    onSettled: () => queryClient.invalidateQueries(calendarFeedQuery),
  });

export async function agreementPdf(id: string): Promise<Blob> {
  return read(
    api.GET('/api/v1/engagements/{id}/agreement.pdf', { params: { path: { id } }, parseAs: 'blob' }),
  );
}
