import type { DismissalReason } from '#libs/contracts';
import { defineTransitions } from '#libs/kernel';

export const INTEREST_STATES = ['sent', 'accepted', 'declined', 'withdrawn', 'expired'] as const;
export type InterestState = (typeof INTEREST_STATES)[number];

/** An interest waits for its answer until the clock ends it, or one of the two does. */
export const interestTransitions = defineTransitions<
  InterestState,
  'accept' | 'decline' | 'withdraw' | 'remind' | 'expire'
>({
  feature: 'interest',
  initial: 'sent',
  states: INTEREST_STATES,
  transitions: {
    accept: {
      from: ['sent'],
      to: 'accepted',
      actor: 'the organization it was sent to',
      event: 'interest.accepted',
    },
    decline: {
      from: ['sent'],
      to: 'declined',
      actor: 'the organization it was sent to',
      event: 'interest.declined',
    },
    withdraw: {
      from: ['sent'],
      to: 'withdrawn',
      actor: 'the organization that sent it',
      event: 'interest.withdrawn',
    },
    remind: { from: ['sent'], to: 'sent', actor: 'a clock', event: 'interest.reminded' },
    expire: { from: ['sent'], to: 'expired', actor: 'a clock', event: 'interest.expired' },
  },
});

/** How long an interest waits for an answer, and when the receiver is reminded, in days after it was sent. */
export const INTEREST_DAYS = { waits: 10, remindedAfter: 7 } as const;

/** Bounds of the message, in code points. */
export const MAX_INTEREST_MESSAGE = 2_000;

/** One organization's wish to talk with the other one of a match, in its own words. */
export interface Interest {
  readonly id: string;
  readonly matchId: string;
  readonly fromOrganizationId: string;
  readonly fromPersonId: string;
  readonly toOrganizationId: string;
  readonly message: string;
  /** BCP 47; null when the sender did not say. */
  readonly language: string | null;
  readonly state: InterestState;
  readonly sentAt: Date;
  /** When it stops waiting for an answer. */
  readonly expiresAt: Date;
  readonly answeredAt: Date | null;
  readonly declineReason: DismissalReason | null;
  /** Where the two talk since it was accepted. */
  readonly conversationId: string | null;
  readonly version: number;
}

/** What a match tells of its interest. */
export type MatchInterest = Pick<
  Interest,
  | 'id'
  | 'fromOrganizationId'
  | 'toOrganizationId'
  | 'state'
  | 'message'
  | 'language'
  | 'sentAt'
  | 'expiresAt'
  | 'conversationId'
>;

export type InterestDirection = 'sent' | 'received';

/** From the organization's side; undefined for one that has no part in it. */
export function directionFor(
  { fromOrganizationId, toOrganizationId }: Pick<Interest, 'fromOrganizationId' | 'toOrganizationId'>,
  organizationId: string | undefined,
): InterestDirection | undefined {
  if (organizationId === fromOrganizationId) return 'sent';
  return organizationId === toOrganizationId ? 'received' : undefined;
}
