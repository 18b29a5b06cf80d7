import type { ConsultingRequestState, ConsultingRequestVerb } from './request-states.js';

/** Words somebody gave with a step. */
export interface StepWords {
  readonly words: string;
  /** BCP 47. */
  readonly language: string;
}

/** One step on the way of a request. */
export interface ConsultingStep {
  readonly id: string;
  readonly verb: ConsultingRequestVerb;
  readonly fromState: ConsultingRequestState;
  readonly toState: ConsultingRequestState;
  /** A reason by its code. */
  readonly code: string | null;
  readonly words: string | null;
  readonly language: string | null;
  readonly actorId: string;
  readonly actorOrganizationId: string | null;
  readonly at: Date;
}
