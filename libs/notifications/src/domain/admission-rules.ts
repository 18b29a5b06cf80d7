import type { AdmissionEvents, EventEnvelope } from '#libs/contracts';
import type { NoticeFacts } from './notice.js';
import { itself, type NoticeRule, waiting } from './notice-rule.js';

type AdmissionRules = { readonly [Type in keyof AdmissionEvents]: NoticeRule<Type> | 'silent' };

/** How people are told of admission. */
export const ADMISSION_RULES: AdmissionRules = {
  'application.submitted': waiting(forSecretariat({ mail: false })),
  'application.info-requested': waiting(forApplicant()),
  'application.answered': waiting(forSecretariat({ mail: false })),
  'application.reviewed': waiting(forSecretariat({ mail: true })),
  'application.accepted': forApplicant(),
  'application.rejected': forApplicant(),
  'application.appealed': waiting(forSecretariat({ mail: true })),
  'application.withdrawn': forSecretariat({ mail: false }),
  'application-review.assigned': {
    notice: true,
    mail: true,
    receipt: true,
    group: 'waiting',
    leadsTo: 'application-reviews',
    onBehalfOf: ({ payload }) => payload.toOrganizationId,
    facts: withCounterpart,
  },
  'application-review.submitted': 'silent',
  'application-review.declined': waiting(forSecretariat({ mail: false })),
  'recommendation.requested': {
    notice: true,
    mail: true,
    receipt: false,
    group: 'waiting',
    leadsTo: 'recommendations',
    facts: withCounterpart,
  },
  'recommendation.reminded': {
    notice: true,
    mail: true,
    receipt: false,
    group: 'waiting',
    leadsTo: 'recommendations',
    facts: withCounterpart,
  },
  'recommendation.given': answerToApplicant({ mail: false }),
  'recommendation.declined': answerToApplicant({ mail: true }),
  'recommendation.expired': answerToApplicant({ mail: true }),
  'recommendation.revoked': {
    notice: true,
    mail: true,
    receipt: false,
    leadsTo: 'admissions',
    facts: ({ payload, organizationId }) => ({
      object: { type: 'membership-application', id: payload.applicationId },
      counterpartId: organizationId,
    }),
  },
};

/** About something of the organization on the other side, which is that of the event. */
function withCounterpart({ aggregateType, aggregateId, organizationId }: EventEnvelope): NoticeFacts {
  return { object: { type: aggregateType, id: aggregateId }, counterpartId: organizationId };
}

type ApplicationEvent = Extract<
  keyof AdmissionEvents,
  `application.${string}` | 'application-review.declined'
>;

/** The secretariat learns that an application waits for it. */
function forSecretariat({ mail }: { mail: boolean }): NoticeRule<ApplicationEvent> {
  return { notice: true, mail, receipt: false, leadsTo: 'admissions', facts: withCounterpart };
}

/** The applicant learns what became of its application. */
function forApplicant(): NoticeRule<ApplicationEvent> {
  return { notice: true, mail: true, receipt: true, leadsTo: 'application', facts: itself };
}

/** The applicant learns what became of its request. */
function answerToApplicant({
  mail,
}: {
  mail: boolean;
}): NoticeRule<'recommendation.given' | 'recommendation.declined' | 'recommendation.expired'> {
  return {
    notice: true,
    mail,
    receipt: false,
    leadsTo: 'application',
    facts: ({ payload, organizationId }) => ({
      object: { type: 'membership-application', id: payload.applicationId },
      counterpartId: organizationId,
    }),
  };
}
