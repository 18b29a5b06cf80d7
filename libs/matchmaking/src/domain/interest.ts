import type { DismissalReason } from '#libs/contracts';
import { defineTransitions } from '#libs/kernel';

export const INTEREST_STATES = ['sent', 'accepted', 'declined', 'withdrawn'] as const;
export type InterestState = (typeof INTEREST_STATES)[number];

/** Expiry continues from `sent`. */
export const interestTransitions = defineTransitions<InterestState, 'accept' | 'decline' | 'withdraw'>({
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
    withdraw: { from: ['sent'], to: 'withdrawn', actor: 'the organization that sent it' },
  },
});

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
