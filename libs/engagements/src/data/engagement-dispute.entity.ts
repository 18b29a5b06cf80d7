import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { EngagementEntity } from './engagement.entity.js';

/** A dispute that freezes an engagement, and what was decided. In the migration alone: one open at a time. */
@Entity('engagement_dispute')
@Check('ck_engagement_dispute_side', `side in ('consultant', 'requester')`)
@Check('ck_engagement_dispute_outcome', `outcome in ('resume', 'settle', 'call-off')`)
@Check('ck_engagement_dispute_decided', `(outcome is not null) = (decided_at is not null) and (outcome is not null) = (decision is not null)`)
@Index('uq_engagement_dispute_open', ['engagementId'], { unique: true, where: 'outcome is null' })
@Index('ix_engagement_dispute_engagement_id', ['engagementId', 'id'])
export class EngagementDisputeEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_engagement_dispute' })
  id: string;

  @Column('uuid')
  @ForeignKey(() => EngagementEntity)
  engagementId: string;

  @Column('text')
  side: string;

  @Column('text')
  reason: string;

  @Column('text')
  language: string;

  @Column('uuid')
  raisedBy: string;

  @Column({ type: 'timestamp with time zone', precision: 3 })
  dueAt: Date;

  @Column('boolean')
  isCalendarKnown: boolean;

  @Column('text', { nullable: true })
  outcome: string | null;

  @Column('text', { nullable: true })
  decision: string | null;

  @Column('text', { nullable: true })
  decisionLanguage: string | null;

  @Column('uuid', { nullable: true })
  decidedBy: string | null;

  @Column({ type: 'timestamp with time zone', precision: 3, nullable: true })
  decidedAt: Date | null;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  createdAt: Date;
}
