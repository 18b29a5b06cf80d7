import { defineTransitions } from '#libs/kernel';
import { ESCALATION_DAYS, SILENCE_DAYS } from './engagement.js';

export const DELIVERABLE_STATES = ['due', 'submitted', 'revision', 'accepted'] as const;
export type DeliverableState = (typeof DELIVERABLE_STATES)[number];
export type DeliverableVerb = 'submit' | 'accept' | 'ask-revision';

/** Included in the fee. */
export const MAX_REVISIONS = 2;

export const deliverableTransitions = defineTransitions<DeliverableState, DeliverableVerb>({
  feature: 'deliverable',
  initial: 'due',
  states: DELIVERABLE_STATES,
  transitions: {
    submit: {
      from: ['due', 'revision'],
      to: 'submitted',
      actor: 'the consultant',
      event: 'deliverable.submitted',
    },
    accept: { from: ['submitted'], to: 'accepted', actor: 'the requester', event: 'deliverable.accepted' },
    'ask-revision': {
      from: ['submitted'],
      to: 'revision',
      actor: 'the requester, twice at most',
      event: 'deliverable.revision-asked',
    },
  },
});

export interface Deliverable {
  readonly id: string;
  readonly position: number;
  readonly title: string;
  readonly dueDay: string | null;
  readonly state: DeliverableState;
  readonly revisions: number;
  readonly submittedAt: Date | null;
}

/** What was handed over, or said to it. */
export interface DeliverableStep {
  readonly deliverableId: string;
  readonly verb: DeliverableVerb;
  readonly words: string | null;
  readonly language: string | null;
  readonly fileIds: readonly string[];
  readonly at: Date;
}

/** Who is told that nobody has answered: the requester first, then the secretariat. */
export const CHASE_STEPS = ['remind', 'escalate'] as const;
export type ChaseStep = (typeof CHASE_STEPS)[number];

const DAY = 86_400_000;

/** When a step is due for what has waited since a moment. */
export function chaseAt(since: Date, step: ChaseStep): Date {
  const days = step === 'remind' ? SILENCE_DAYS : SILENCE_DAYS + ESCALATION_DAYS;
  return new Date(since.getTime() + days * DAY);
}

/** The step that is to come; undefined once both are over. */
export const nextChase = (since: Date, now: Date): ChaseStep | undefined =>
  CHASE_STEPS.find((step) => chaseAt(since, step) > now);

/** Nothing is left to hand over. */
export const isDelivered = (all: readonly Deliverable[]): boolean =>
  all.every(({ state }) => state === 'submitted' || state === 'accepted');

export const isAccepted = (all: readonly Deliverable[]): boolean =>
  all.every(({ state }) => state === 'accepted');
