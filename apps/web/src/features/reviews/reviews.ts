import type { components } from '#libs/api-client';
import { queryOptions, useMutation } from '@tanstack/react-query';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { api, ifMatch, read } from '../../lib/api.js';
import { pagedQuery } from '../../lib/pages.js';
import { queryClient } from '../../lib/query.js';

type Schemas = components['schemas'];
export type Review = Schemas['ProposalReviewResponse'];
export type ReviewDetail = Schemas['ProposalReviewDetailResponse'];
export type Readable = Schemas['ReadableProposalResponse'];
export type Sheet = Schemas['DecisionSheetResponse'];
export type SheetRow = Schemas['SheetRowResponse'];
export type Panel = Schemas['ReviewPanelResponse'];
export type Plan = Schemas['AssignmentPlanResponse'];
export type Reviewer = Schemas['CallReviewerResponse'];

export const reviewsKey = (organizationId: string) => ['reviews', organizationId] as const;

export const reviewsQuery = (organizationId: string) =>
  pagedQuery([...reviewsKey(organizationId), 'own'], (cursor, signal) =>
    read(api.GET('/api/v1/reviews', { params: { query: { cursor } }, signal })),
  );

export const reviewQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: [...reviewsKey(organizationId), 'one', id],
    queryFn: ({ signal }) => read(api.GET('/api/v1/reviews/{id}', { params: { path: { id } }, signal })),
  });

export const sheetQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: [...reviewsKey(organizationId), 'sheet', id],
    queryFn: ({ signal }) =>
      read(api.GET('/api/v1/calls/{id}/decision-sheet', { params: { path: { id } }, signal })),
  });

export const panelQuery = (organizationId: string, id: string, proposalId: string) =>
  queryOptions({
    queryKey: [...reviewsKey(organizationId), 'panel', id, proposalId],
    queryFn: ({ signal }) =>
      read(
        api.GET('/api/v1/calls/{id}/panels/{proposalId}', { params: { path: { id, proposalId } }, signal }),
      ),
  });

export const poolQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: [...reviewsKey(organizationId), 'pool', id],
    queryFn: ({ signal }) =>
      read(api.GET('/api/v1/calls/{id}/reviewers', { params: { path: { id } }, signal })),
  });

export const planQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: [...reviewsKey(organizationId), 'plan', id],
    queryFn: ({ signal }) =>
      read(api.GET('/api/v1/calls/{id}/assignment', { params: { path: { id } }, signal })),
  });

/** A change after which everything shown of reviews is read again. */
function useVerb<Input, Output>(act: (input: Input) => Promise<Output>) {
  const organization = useActingOrganization();
  return useMutation({
    mutationFn: act,
    onSettled: () => queryClient.invalidateQueries({ queryKey: reviewsKey(organization.id) }),
  });
}

const at = ({ id, version }: { id: string; version: number }) => ({
  params: { path: { id }, header: ifMatch(version) },
});

export const useAcceptReview = (review: Review) =>
  useVerb(() => read(api.POST('/api/v1/reviews/{id}/accept', at(review))));

export const useGiveBack = (review: Review) =>
  useVerb(({ verb, body }: { verb: 'decline' | 'declare-conflict'; body: Schemas['GiveBackDto'] }) =>
    verb === 'decline'
      ? read(api.POST('/api/v1/reviews/{id}/decline', { ...at(review), body }))
      : read(api.POST('/api/v1/reviews/{id}/declare-conflict', { ...at(review), body })),
  );

export const useComment = (review: Review) =>
  useVerb((body: Schemas['PanelCommentDto']) =>
    read(api.POST('/api/v1/reviews/{id}/comments', { params: { path: { id: review.id } }, body })),
  );

interface Place {
  id: string;
  proposalId: string;
}

export type PanelStep =
  | { verb: 'screen'; body: Schemas['ScreenProposalDto'] }
  | { verb: 'revise'; body: Schemas['RequestRevisionDto'] }
  | { verb: 'ready' }
  | { verb: 'fulfil' }
  | { verb: 'comment'; body: Schemas['PanelCommentDto'] };

function sendStep(path: Place, step: PanelStep) {
  const params = { path };
  switch (step.verb) {
    case 'screen':
      return read(api.POST('/api/v1/calls/{id}/panels/{proposalId}/screen', { params, body: step.body }));
    case 'revise':
      return read(
        api.POST('/api/v1/calls/{id}/panels/{proposalId}/request-revision', { params, body: step.body }),
      );
    case 'ready':
      return read(api.POST('/api/v1/calls/{id}/panels/{proposalId}/make-ready', { params }));
    case 'fulfil':
      return read(api.POST('/api/v1/calls/{id}/panels/{proposalId}/fulfil', { params }));
    case 'comment':
      return read(api.POST('/api/v1/calls/{id}/panels/{proposalId}/comments', { params, body: step.body }));
  }
}

export const usePanelStep = (place: Place) => useVerb((step: PanelStep) => sendStep(place, step));

/** `onSaved` is called before anything shows the answer. */
export const useDecide = (place: Place, onSaved: (sent: Schemas['DecideProposalDto']) => void) =>
  useVerb(async ({ body, version }: { body: Schemas['DecideProposalDto']; version: number }) => {
    const params = { path: place, header: ifMatch(version) };
    const saved = await read(api.PUT('/api/v1/calls/{id}/decisions/{proposalId}', { params, body }));
    onSaved(body);
    return saved;
  });

/** Off the waiting list, after the release. */
export const usePromote = (place: Place) =>
  useVerb(({ body, version }: { body: Schemas['DecideProposalDto']; version: number }) =>
    read(
      api.POST('/api/v1/calls/{id}/decisions/{proposalId}/promote', {
        params: { path: place, header: ifMatch(version) },
        body,
      }),
    ),
  );

export type BatchVerb = 'agree' | 'reopen' | 'release';

export const useBatch = (id: string) =>
  useVerb((verb: BatchVerb) => {
    const params = { path: { id } };
    if (verb === 'agree') return read(api.POST('/api/v1/calls/{id}/decisions/agree', { params }));
    if (verb === 'reopen') return read(api.POST('/api/v1/calls/{id}/decisions/reopen', { params }));
    return read(api.POST('/api/v1/calls/{id}/decisions/release', { params }));
  });

export const useConfirmPlan = (id: string) =>
  useVerb((planHash: string) =>
    read(api.POST('/api/v1/calls/{id}/assignment', { params: { path: { id } }, body: { planHash } })),
  );

export const useAddReviewer = (id: string) =>
  useVerb((body: Schemas['AddReviewerDto']) =>
    read(api.POST('/api/v1/calls/{id}/reviewers', { params: { path: { id } }, body })),
  );

export const useChangeReviewer = (id: string) =>
  useVerb(({ reviewer, body }: { reviewer: Reviewer; body: Schemas['ChangeReviewerDto'] }) =>
    read(
      api.PATCH('/api/v1/calls/{id}/reviewers/{reviewerId}', {
        params: { path: { id, reviewerId: reviewer.id }, header: ifMatch(reviewer.version) },
        body,
      }),
    ),
  );
