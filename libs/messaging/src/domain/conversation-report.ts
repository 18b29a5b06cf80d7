import { defineTransitions } from '#libs/kernel';

export const REPORT_STATES = ['received', 'upheld', 'dismissed'] as const;
export type ReportState = (typeof REPORT_STATES)[number];
export const REPORT_REASONS = ['spam', 'harassment', 'fraud', 'unlawful', 'confidential', 'other'] as const;
export type ReportReason = (typeof REPORT_REASONS)[number];
export type ReportVerb = 'uphold' | 'dismiss';

export const conversationReportTransitions = defineTransitions<ReportState, ReportVerb>({
  feature: 'conversation-report',
  initial: 'received',
  states: REPORT_STATES,
  transitions: {
    uphold: {
      from: ['received'],
      to: 'upheld',
      actor: 'the secretariat, but for who takes part',
      event: 'conversation-report.decided',
    },
    dismiss: {
      from: ['received'],
      to: 'dismissed',
      actor: 'the secretariat, but for who takes part',
      event: 'conversation-report.decided',
    },
  },
});

/** A message as the reporter saw it when they reported, and what its sender had it say before. */
export interface ReportEvidence {
  readonly seq: number;
  readonly senderId: string;
  readonly senderOrganizationId: string;
  readonly body: string;
  readonly language: string | null;
  readonly isDeleted: boolean;
  /** What it said before it was edited or deleted, first wording first. */
  readonly formerly: readonly string[];
  /** RFC 3339. */
  readonly postedAt: string;
}

/** A case of the moderation queue. */
export interface ConversationReport {
  readonly id: string;
  readonly caseNumber: number;
  readonly conversationId: string;
  /** The message; null for the conversation as a whole. */
  readonly seq: number | null;
  readonly personId: string;
  readonly organizationId: string;
  readonly reason: ReportReason;
  readonly note: string | null;
  readonly language: string | null;
  readonly evidence: readonly ReportEvidence[];
  readonly state: ReportState;
  readonly outcome: string | null;
  readonly outcomeLanguage: string | null;
  readonly isRemoved: boolean;
  readonly createdAt: Date;
  readonly decidedAt: Date | null;
  readonly version: number;
}

/** How many messages before the reported one go along, so that it can be understood. */
export const EVIDENCE_BEFORE = 5;

/** What people call a case: `M-000042`. */
export function caseName(caseNumber: number): string {
  return `M-${String(caseNumber).padStart(6, '0')}`;
}
