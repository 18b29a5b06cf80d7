import type { components } from '#libs/api-client';
import { useMutation } from '@tanstack/react-query';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { api, ifMatch, read } from '../../lib/api.js';
import { queryClient } from '../../lib/query.js';
import {
  admissionKey,
  type Application,
  applicationQuery,
  type OwnReview,
  type Recommendation,
  type Said,
} from './applications.js';

type Schemas = components['schemas'];

/** A change after which everything shown of admission is read again. */
function useVerb<Input, Output>(act: (input: Input) => Promise<Output>) {
  const organization = useActingOrganization();
  return useMutation({
    mutationFn: act,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: admissionKey(organization.id) }),
  });
}

/** As {@link useVerb}; the answer is the application as it stands now, and is shown at once. */
function useApplicationVerb<Input>(act: (input: Input) => Promise<Application>) {
  const organization = useActingOrganization();
  return useVerb(async (input: Input) => {
    const application = await act(input);
    queryClient.setQueryData(applicationQuery(organization.id, application.id).queryKey, application);
    return application;
  });
}

const at = ({ id, version }: { id: string; version: number }) => ({
  params: { path: { id }, header: ifMatch(version) },
});

export const useWithdraw = (application: Application) =>
  useApplicationVerb(() => read(api.POST('/api/v1/membership-applications/{id}/withdraw', at(application))));

export const useAnswer = (application: Application) =>
  useApplicationVerb((body: Said) =>
    read(api.POST('/api/v1/membership-applications/{id}/answer', { ...at(application), body })),
  );

export const useAppeal = (application: Application) =>
  useApplicationVerb((body: Said) =>
    read(api.POST('/api/v1/membership-applications/{id}/appeal', { ...at(application), body })),
  );

export const useNameRecommender = (application: Application) =>
  useApplicationVerb((recommenderId: string) =>
    read(
      api.POST('/api/v1/membership-applications/{id}/name-recommender', {
        ...at(application),
        body: { recommenderId },
      }),
    ),
  );

export const useDecide = (application: Application) =>
  useVerb((body: Schemas['DecideApplicationDto']) =>
    read(api.POST('/api/v1/membership-applications/{id}/decisions', { ...at(application), body })),
  );

export const useUndo = () =>
  useVerb((id: string) =>
    read(api.POST('/api/v1/application-decisions/{id}/undo', { params: { path: { id } } })),
  );

export const useAssignReviewer = (application: Application) =>
  useApplicationVerb((body: Schemas['AssignReviewerDto']) =>
    read(
      api.POST('/api/v1/membership-applications/{id}/reviewers', {
        params: { path: { id: application.id } },
        body,
      }),
    ),
  );

export const useGive = (recommendation: Recommendation) =>
  useVerb((body: Said) =>
    read(api.POST('/api/v1/recommendations/{id}/give', { ...at(recommendation), body })),
  );

export const useDecline = (recommendation: Recommendation) =>
  useVerb((body: Said) =>
    read(api.POST('/api/v1/recommendations/{id}/decline', { ...at(recommendation), body })),
  );

export const useRevoke = (recommendation: Recommendation) =>
  useVerb((body: Said) =>
    read(api.POST('/api/v1/recommendations/{id}/revoke', { ...at(recommendation), body })),
  );

export const useSubmitReview = (review: OwnReview) =>
  useVerb((body: Schemas['SubmitReviewDto']) =>
    read(api.POST('/api/v1/application-reviews/{id}/submit', { ...at(review), body })),
  );

export const useDeclineReview = (review: OwnReview) =>
  useVerb((body: Said) =>
    read(api.POST('/api/v1/application-reviews/{id}/decline', { ...at(review), body })),
  );
