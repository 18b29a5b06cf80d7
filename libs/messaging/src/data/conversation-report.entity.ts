import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { ReportEvidence, ReportReason, ReportState } from '../domain/conversation-report.js';

/**
 * A message or a conversation that somebody who takes part reported to the secretariat, with what was shown to it
 * as it stood then. Not here: `changed_xid`.
 */
@Entity('conversation_report')
@Check('ck_conversation_report_state', `state in ('received', 'upheld', 'dismissed')`)
@Check(
  'ck_conversation_report_reason',
  `reason in ('spam', 'harassment', 'fraud', 'unlawful', 'confidential', 'other')`,
)
@Index('ix_conversation_report_state', ['state', 'id'])
@Index('ix_conversation_report_person_id', ['personId'])
@Unique(['caseNumber'])
export class ConversationReportEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** Counts the cases of the network; what people are told as `M-000042`. */
  @Column('int')
  caseNumber: number;

  @Column('uuid')
  @ForeignKey('conversation')
  conversationId: string;

  /** Null: the conversation as a whole. */
  @Column('int', { nullable: true })
  seq: number | null;

  @Column('uuid')
  @ForeignKey('person')
  personId: string;

  @Column('uuid')
  @ForeignKey('organization')
  organizationId: string;

  @Column('text')
  reason: ReportReason;

  @Column('text', { nullable: true })
  note: string | null;

  @Column('text', { nullable: true })
  language: string | null;

  @Column('jsonb')
  evidence: ReportEvidence[];

  @Column('text', { default: 'received' })
  state: ReportState;

  /** What the reporter was told. */
  @Column('text', { nullable: true })
  outcome: string | null;

  @Column('text', { nullable: true })
  outcomeLanguage: string | null;

  /** The message was taken away. */
  @Column('boolean', { default: false })
  isRemoved: boolean;

  @Column('uuid', { nullable: true })
  decidedBy: string | null;

  @Column('timestamp with time zone', { precision: 3, nullable: true })
  decidedAt: Date | null;

  @Column('int', { default: 1 })
  version: number;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  updatedAt: Date;
}
