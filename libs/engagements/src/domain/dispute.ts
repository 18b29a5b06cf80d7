import type { Side } from './engagement.js';

/** Work goes on where it stopped; it ends as done; it ends as called off. */
export const DISPUTE_OUTCOMES = ['resume', 'settle', 'call-off'] as const;
export type DisputeOutcome = (typeof DISPUTE_OUTCOMES)[number];

export interface Dispute {
  readonly id: string;
  /** Who raised it. */
  readonly side: Side;
  readonly reason: string;
  readonly language: string;
  /** Ten working days of the chair after it was raised. */
  readonly dueAt: Date;
  /** False where no calendar of holidays was known to count by. */
  readonly isCalendarKnown: boolean;
  readonly outcome: DisputeOutcome | null;
  readonly decision: string | null;
  readonly decisionLanguage: string | null;
  readonly decidedAt: Date | null;
  readonly createdAt: Date;
}

/** A moment, moved on by all the time that disputes have taken since; the time of one that is open is not over. */
export function withoutDisputes(
  moment: Date,
  disputes: readonly Pick<Dispute, 'createdAt' | 'decidedAt'>[],
): Date {
  const start = moment.getTime();
  const frozen = disputes.map(({ createdAt, decidedAt }) =>
    Math.max(0, (decidedAt?.getTime() ?? start) - Math.max(start, createdAt.getTime())),
  );
  return new Date(frozen.reduce((sum, each) => sum + each, start));
}

export interface Decision {
  readonly outcome: DisputeOutcome;
  readonly words: string;
  readonly language: string;
}
