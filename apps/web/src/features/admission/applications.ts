import type { components } from '#libs/api-client';
import { queryOptions } from '@tanstack/react-query';
import { api, read } from '../../lib/api.js';
import { pagedQuery } from '../../lib/pages.js';
import type { Queue } from './admission-search.js';

type Schemas = components['schemas'];
export type Application = Schemas['ApplicationResponse'];
export type ApplicationCard = Schemas['ApplicationCardResponse'];
export type ApplicationState = Schemas['ApplicationInsideResponse']['state'];
export type ApplicationInside = Schemas['ApplicationInsideResponse'];
export type ApplicationReview = Schemas['ApplicationReviewResponse'];
export type ApplicationStep = Schemas['ApplicationStepResponse'];
export type NamedOrganization = Schemas['AdmissionOrganizationResponse'];
export type Recommendation = Schemas['RecommendationResponse'];
export type OwnReview = Schemas['OwnReviewResponse'];
export type Verdict = Schemas['DecideApplicationDto']['verdict'];
export type ReasonTemplates = Schemas['ReasonTemplatesResponse'];
export type Said = Schemas['SaidDto'];

/** What a reviewer scores, and the ends of each scale. */
export const CRITERIA = ['novelty', 'market', 'smeBenefit'] as const;
export type Criterion = (typeof CRITERIA)[number];
export const SCORES = [1, 2, 3, 4, 5] as const;
/** Reviews an entry proposal needs before it is decided on. */
export const REVIEWS_NEEDED = 2;

/** Everything read of admission on behalf of one organization. */
export const admissionKey = (organizationId: string) => ['o', organizationId, 'admission'] as const;

/** Of the acting organization, newest first; they are few and come in one page. */
export const ownApplicationsQuery = (organizationId: string) =>
  queryOptions({
    queryKey: [...admissionKey(organizationId), 'own'],
    queryFn: ({ signal }) => read(api.GET('/api/v1/membership-applications', { signal })),
  });

export const applicationQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: [...admissionKey(organizationId), 'one', id],
    queryFn: ({ signal }) => readApplication(id, signal),
  });

export function readApplication(id: string, signal?: AbortSignal): Promise<Application> {
  return read(
    api.GET('/api/v1/membership-applications/{id}', { params: { path: { id } }, ...(signal && { signal }) }),
  );
}

/** One queue of the secretariat, or all of them; the longest waiting first. */
export const queueQuery = (organizationId: string, queue: Queue | undefined) =>
  pagedQuery([...admissionKey(organizationId), 'queue', queue ?? 'all'], (cursor, signal) =>
    read(
      api.GET('/api/v1/membership-applications', {
        params: { query: { ...(queue && { state: [queue] }), cursor } },
        signal,
      }),
    ),
  );

export const queueLengthsQuery = (organizationId: string) =>
  queryOptions({
    queryKey: [...admissionKey(organizationId), 'queues'],
    queryFn: ({ signal }) => read(api.GET('/api/v1/admission-queues', { signal })),
  });

export const reasonTemplatesQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: [...admissionKey(organizationId), 'reasons', id],
    staleTime: Infinity,
    queryFn: ({ signal }) =>
      read(
        api.GET('/api/v1/membership-applications/{id}/reason-templates', {
          params: { path: { id } },
          signal,
        }),
      ),
  });

export const recommendationsQuery = (organizationId: string, state: readonly Recommendation['state'][]) =>
  pagedQuery([...admissionKey(organizationId), 'recommendations', ...state], (cursor, signal) =>
    read(api.GET('/api/v1/recommendations', { params: { query: { state: [...state], cursor } }, signal })),
  );

export const recommendationQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: [...admissionKey(organizationId), 'recommendation', id],
    queryFn: ({ signal }) =>
      read(api.GET('/api/v1/recommendations/{id}', { params: { path: { id } }, signal })),
  });

export const reviewsQuery = (organizationId: string) =>
  pagedQuery([...admissionKey(organizationId), 'reviews'], (cursor, signal) =>
    read(api.GET('/api/v1/application-reviews', { params: { query: { cursor } }, signal })),
  );

export const reviewQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: [...admissionKey(organizationId), 'review', id],
    queryFn: ({ signal }) =>
      read(api.GET('/api/v1/application-reviews/{id}', { params: { path: { id } }, signal })),
  });
