import { defineTransitions } from '#libs/kernel';
import { ContactRefused } from './contact.errors.js';

export const CONTACT_REQUEST_STATES = ['waiting', 'accepted', 'declined', 'withdrawn'] as const;
export type ContactRequestState = (typeof CONTACT_REQUEST_STATES)[number];
export type ContactRequestVerb = 'accept' | 'decline' | 'withdraw';

export const contactRequestTransitions = defineTransitions<ContactRequestState, ContactRequestVerb>({
  feature: 'contact-request',
  initial: 'waiting',
  states: CONTACT_REQUEST_STATES,
  transitions: {
    accept: {
      from: ['waiting'],
      to: 'accepted',
      actor: 'whoever answers for the organization that was asked',
      event: 'contact-request.accepted',
    },
    decline: {
      from: ['waiting'],
      to: 'declined',
      actor: 'whoever answers for the organization that was asked',
      event: 'contact-request.declined',
    },
    withdraw: {
      from: ['waiting'],
      to: 'withdrawn',
      actor: 'the organization that asked',
      event: 'contact-request.withdrawn',
    },
  },
});

/** Somebody asks an organization they do not know yet whether they may talk. */
export interface ContactRequest {
  readonly id: string;
  readonly fromPersonId: string;
  readonly fromOrganizationId: string;
  readonly toOrganizationId: string;
  readonly message: string;
  readonly language: string | null;
  readonly state: ContactRequestState;
  readonly conversationId: string | null;
  readonly createdAt: Date;
  /** Afterwards nobody can answer it any more; told by the clock of the database. */
  readonly expiresAt: Date;
  readonly isLapsed: boolean;
  readonly version: number;
}

/** The quota: what keeps strangers from being written to by everybody at once. Said to both sides. */
export const CONTACT_QUOTA = {
  /** Requests of an organization that may wait for an answer at the same time. */
  waiting: 5,
  /** Requests an organization may send within `days`. */
  sent: 20,
  days: 30,
  /** How long a request waits for an answer. */
  answerDays: 21,
  /** After a refusal, an organization is asked again by the same one no sooner than this. */
  pauseDays: 90,
} as const;

/** What an organization has sent so far. */
export interface SentRequests {
  readonly waiting: number;
  readonly withinDays: number;
  /** To this very organization, and still waiting. */
  readonly isWaitingThere: boolean;
  /** This very organization refused, or did not answer, within the pause. */
  readonly wasRefusedThere: boolean;
}

/** @throws ContactRefused 409 or 429, by its code */
export function assertWithinQuota(sent: SentRequests): void {
  if (sent.isWaitingThere) throw new ContactRefused('already-waiting');
  if (sent.wasRefusedThere) throw new ContactRefused('refused-before');
  if (sent.waiting >= CONTACT_QUOTA.waiting) throw new ContactRefused('too-many-waiting');
  if (sent.withinDays >= CONTACT_QUOTA.sent) throw new ContactRefused('too-many-sent');
}
