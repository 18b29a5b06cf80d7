import { defineTransitions } from '#libs/kernel';

/** All decisions of a stage of a call, told on one day: written, agreed on, released. */
export const BATCH_STATES = ['draft', 'agreed', 'released'] as const;
export type BatchState = (typeof BATCH_STATES)[number];

export const batchTransitions = defineTransitions<BatchState, 'agree' | 'reopen' | 'release'>({
  feature: 'decision',
  initial: 'draft',
  states: BATCH_STATES,
  transitions: {
    agree: { from: ['draft'], to: 'agreed', actor: 'the deciding body', event: 'decision.agreed' },
    reopen: { from: ['agreed'], to: 'draft', actor: 'the deciding body' },
    release: { from: ['agreed'], to: 'released', actor: 'the deciding body', event: 'call.decided' },
  },
});

export const OUTCOMES = ['accepted', 'conditional', 'waitlisted', 'rejected'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What the deciding body found about one proposal. */
export interface Verdict {
  readonly outcome: Outcome;
  /** For the applicant. */
  readonly reasons: string;
  /** What has to be done first; only of a conditional one, and then at least one. */
  readonly conditions: readonly string[];
  /** BCP 47 of reasons and conditions. */
  readonly language: string;
}

export type DeciderRefusal =
  'decision/not-the-deciding-body' | 'decision/chair-decides' | 'decision/has-a-stake';

/**
 * Why an organization may not decide on a proposal, or null: only a named body decides, never the one that chairs the
 * review, and nobody about a proposal it takes part in.
 */
export function deciderRefusal(
  organizationId: string,
  call: { readonly organizationId: string; readonly decidingOrganizationIds: readonly string[] },
  parties: readonly string[] = [],
): DeciderRefusal | null {
  if (organizationId === call.organizationId) return 'decision/chair-decides';
  if (!call.decidingOrganizationIds.includes(organizationId)) return 'decision/not-the-deciding-body';
  return parties.includes(organizationId) ? 'decision/has-a-stake' : null;
}

/** … of what becomes of a place on the waiting list, which is left by any verdict but itself. */
export function promotionGaps(verdict: Pick<Verdict, 'outcome' | 'conditions'>): string[] {
  return verdict.outcome === 'waitlisted' ? ['outcome'] : verdictGaps(verdict);
}

/** What of a verdict does not hold together, by field; empty when it does. */
export function verdictGaps({ outcome, conditions }: Pick<Verdict, 'outcome' | 'conditions'>): string[] {
  const isConditional = outcome === 'conditional';
  return isConditional === conditions.length > 0 ? [] : ['conditions'];
}
