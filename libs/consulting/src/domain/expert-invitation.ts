import type { InvitationState } from './invitation-states.js';

/** An expert who was asked to take a request. */
export interface ExpertInvitation {
  readonly id: string;
  readonly requestId: string;
  /** Of the expert. */
  readonly organizationId: string;
  /** The secretariat, or who had asked for advice. */
  readonly invitingOrganizationId: string;
  readonly invitedBy: string;
  readonly state: InvitationState;
  readonly dueAt: Date;
  readonly remindedAt: Date | null;
  readonly answeredBy: string | null;
  readonly answeredAt: Date | null;
  readonly noConflictDeclared: boolean;
  readonly confidentialityDeclared: boolean;
  /** Why it was declined, by its code. */
  readonly reason: DeclineReason | null;
  readonly words: string | null;
  /** BCP 47 of `words`. */
  readonly language: string | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export const DECLINE_REASONS = ['no-time', 'conflict', 'not-my-area', 'budget', 'language', 'other'] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

/** Why a request found nobody: the desk never asked anybody, nobody who was asked answered, or none of them could. */
export type WhyUnanswered = 'desk-silent' | 'experts-silent' | 'experts-gone';

export function whyUnanswered(asked: readonly Pick<ExpertInvitation, 'state'>[]): WhyUnanswered {
  if (asked.length === 0) return 'desk-silent';
  return asked.every(({ state }) => state === 'expired') ? 'experts-silent' : 'experts-gone';
}
