/** The steps of a draft. */
export const STEPS = ['organization', 'way', 'document', 'review'] as const;
export type Step = (typeof STEPS)[number];

/** What the secretariat has to look at, in the order it does: states of applications. */
export const QUEUES = [
  'secretariat_review',
  'appealed',
  'entry_proposal_review',
  'awaiting_recommendation',
  'info_requested',
] as const;
export type Queue = (typeof QUEUES)[number];

/** Which step of the draft is open. */
export function readApplicationSearch({ step }: Record<string, unknown>): { step?: Step } {
  const known = STEPS.find((each) => each === step);
  return known ? { step: known } : {};
}

/** Which queue of the secretariat is shown; all where none is named. */
export function readAdmissionsSearch({ queue }: Record<string, unknown>): { queue?: Queue } {
  const known = QUEUES.find((each) => each === queue);
  return known ? { queue: known } : {};
}
