import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { EngagementEntity } from './engagement.entity.js';

/** Something the consultant hands over. In the migration alone: `changed_xid`. */
@Entity('engagement_deliverable')
@Unique('uq_engagement_deliverable_engagement_id_position', ['engagementId', 'position'])
@Check('ck_engagement_deliverable_state', `state in ('due', 'submitted', 'revision', 'accepted')`)
@Check('ck_engagement_deliverable_revisions', `revisions between 0 and 2`)
export class EngagementDeliverableEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_engagement_deliverable' })
  id: string;

  @Column('uuid')
  @ForeignKey(() => EngagementEntity)
  engagementId: string;

  @Column('int')
  position: number;

  @Column('text')
  title: string;

  @Column('date', { nullable: true })
  dueDay: string | null;

  @Column('text', { default: 'due' })
  state: string;

  @Column('int', { default: 0 })
  revisions: number;

  @Column({ type: 'timestamp with time zone', precision: 3, nullable: true })
  submittedAt: Date | null;
}
