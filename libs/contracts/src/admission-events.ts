import type { Audience } from './audience.js';

type Nothing = Record<string, never>;

/**
 * Becoming a participant of TTN. The organization of an application's event is the applicant, whoever acts; that of a
 * request for a recommendation the applicant, and of the answer the recommender.
 */
export interface AdmissionEvents {
  'application.submitted': Nothing;
  'application.info-requested': Nothing;
  'application.answered': Nothing;
  /** All reviews of the entry proposal are in. */
  'application.reviewed': Nothing;
  'application.accepted': Nothing;
  'application.rejected': Nothing;
  'application.appealed': Nothing;
  'application.withdrawn': Nothing;
  'application-review.assigned': { toPersonId: string; toOrganizationId: string; applicationId: string };
  'application-review.submitted': Nothing;
  'application-review.declined': { reviewId: string };
  'recommendation.requested': { toOrganizationId: string };
  'recommendation.reminded': { toOrganizationId: string };
  'recommendation.given': { applicationId: string; toOrganizationId: string };
  'recommendation.declined': { applicationId: string; toOrganizationId: string };
  'recommendation.expired': { applicationId: string; toOrganizationId: string };
  'recommendation.revoked': { applicationId: string; applicantId: string };
}

export const ADMISSION_AUDIENCES: Readonly<Record<keyof AdmissionEvents, Audience>> = {
  'application.submitted': { to: 'secretariat' },
  'application.info-requested': { to: 'organization', whose: 'event' },
  'application.answered': { to: 'secretariat' },
  'application.reviewed': { to: 'secretariat' },
  'application.accepted': { to: 'organization', whose: 'event' },
  'application.rejected': { to: 'organization', whose: 'event' },
  'application.appealed': { to: 'secretariat' },
  'application.withdrawn': { to: 'secretariat' },
  'application-review.assigned': { to: 'person', whose: 'payload.toPersonId' },
  'application-review.submitted': { to: 'none', because: 'The secretariat is told when all are in.' },
  'application-review.declined': { to: 'secretariat' },
  'recommendation.requested': { to: 'organization', whose: 'payload.toOrganizationId' },
  'recommendation.reminded': { to: 'organization', whose: 'payload.toOrganizationId' },
  'recommendation.given': { to: 'organization', whose: 'payload.toOrganizationId' },
  'recommendation.declined': { to: 'organization', whose: 'payload.toOrganizationId' },
  'recommendation.expired': { to: 'organization', whose: 'payload.toOrganizationId' },
  'recommendation.revoked': { to: 'secretariat' },
};
