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

export interface Decision {
  readonly outcome: DisputeOutcome;
  readonly words: string;
  readonly language: string;
}
