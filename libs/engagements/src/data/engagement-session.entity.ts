import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { EngagementEntity } from './engagement.entity.js';

/** A session of requester and consultant, from its first proposal to its minutes. In the migration alone: `changed_xid`. */
@Entity('engagement_session')
@Check('ck_engagement_session_state', `state in ('proposed', 'confirmed', 'moved', 'held', 'missed', 'cancelled')`)
@Check('ck_engagement_session_length_minutes', `length_minutes between 15 and 480`)
@Check('ck_engagement_session_proposed_by_side', `proposed_by_side in ('consultant', 'requester')`)
@Check('ck_engagement_session_absent', `absent in ('consultant', 'requester', 'both')`)
@Check('ck_engagement_session_starts_at', `starts_at is not null or state in ('proposed', 'cancelled')`)
@Check('ck_engagement_session_minutes', `(minutes is not null) = (state = 'held')`)
@Index('ix_engagement_session_engagement_id', ['engagementId', 'id'])
@Index('ix_engagement_session_starts_at', ['startsAt'], { where: `state = 'confirmed'` })
export class EngagementSessionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_engagement_session' })
  id: string;

  @Column('uuid')
  @ForeignKey(() => EngagementEntity)
  engagementId: string;

  @Column('text', { default: 'proposed' })
  state: string;

  @Column('text')
  agenda: string;

  @Column('text')
  language: string;

  @Column('int')
  lengthMinutes: number;

  @Column('text', { nullable: true })
  place: string | null;

  @Column({ type: 'timestamp with time zone', array: true })
  slots: Date[];

  @Column({ type: 'timestamp with time zone', precision: 3, nullable: true })
  startsAt: Date | null;

  @Column('int', { default: 0 })
  sequence: number;

  @Column('text')
  proposedBySide: string;

  @Column('text', { nullable: true })
  absent: string | null;

  @Column('text', { nullable: true })
  endReason: string | null;

  @Column('text', { nullable: true })
  minutes: string | null;

  @Column('text', { nullable: true })
  minutesLanguage: string | null;

  @Column('int', { nullable: true })
  heldMinutes: number | null;

  @Column('uuid', { nullable: true })
  minutesWrittenBy: string | null;

  @Column({ type: 'timestamp with time zone', precision: 3, nullable: true })
  minutesWrittenAt: Date | null;

  @Column('uuid', { nullable: true })
  minutesConfirmedBy: string | null;

  @Column({ type: 'timestamp with time zone', precision: 3, nullable: true })
  minutesConfirmedAt: Date | null;

  @Column('uuid')
  createdBy: string;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  updatedAt: Date;
}
