import type { EventEnvelope, ReviewEvents } from '#libs/contracts';
import type { NoticeFacts } from './notice.js';
import { type NoticeRule, waiting } from './notice-rule.js';

type ReviewRules = { readonly [Type in keyof ReviewEvents]: NoticeRule<Type> | 'silent' };
type ToReviewer = Extract<keyof ReviewEvents, 'review.assigned' | 'review.reminded' | 'review.discussed'>;

/**
 * How people are told of reviews. The other side is always who runs the call, never who proposes: nothing said here
 * may give away a name in a blind round.
 */
export const REVIEW_RULES: ReviewRules = {
  'reviewer.added': {
    notice: true,
    mail: true,
    receipt: true,
    leadsTo: 'calls',
    onBehalfOf: ({ payload }) => payload.toOrganizationId,
    facts: ({ payload, organizationId }) => ({
      object: { type: 'call', id: payload.callId },
      counterpartId: organizationId,
    }),
  },
  'review.assigned': waiting(forReviewer({ mail: true, receipt: true })),
  'review.reminded': waiting(forReviewer({ mail: true, receipt: true })),
  'review.discussed': forReviewer({ mail: false, receipt: false }),
  'review.given-back': {
    notice: true,
    group: 'waiting',
    mail: false,
    receipt: false,
    leadsTo: 'review-desk',
    facts: ({ payload }) => ({ object: { type: 'call', id: payload.callId }, counterpartId: null }),
  },
  'review.submitted': 'silent',
  'decision.agreed': {
    notice: true,
    mail: true,
    receipt: true,
    group: 'waiting',
    leadsTo: 'review-desk',
    facts: ofRunner,
  },
  'review.outcome-told': {
    notice: true,
    mail: true,
    receipt: true,
    leadsTo: 'calls',
    onBehalfOf: ({ payload }) => payload.toOrganizationId,
    facts: ofRunner,
  },
};

function forReviewer({ mail, receipt }: { mail: boolean; receipt: boolean }): NoticeRule<ToReviewer> {
  return {
    notice: true,
    mail,
    receipt,
    leadsTo: 'reviews',
    onBehalfOf: ({ payload }) => payload.toOrganizationId,
    facts: ofRunner,
  };
}

function ofRunner({ aggregateType, aggregateId, organizationId }: EventEnvelope): NoticeFacts {
  return { object: { type: aggregateType, id: aggregateId }, counterpartId: organizationId };
}
