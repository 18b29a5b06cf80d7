import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** All decisions of a stage of a call, told on one day. In the migration alone: `changed_xid`. */
@Entity('decision_batch')
@Unique('uq_decision_batch_call_id_stage', ['callId', 'stage'])
@Check('ck_decision_batch_state', `state in ('draft', 'agreed', 'released')`)
@Check('ck_decision_batch_released', `(released_at is not null) = (state = 'released')`)
export class DecisionBatchEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_decision_batch' })
  id: string;

  @Column('uuid')
  @ForeignKey('call')
  callId: string;

  @Column('text')
  stage: string;

  /** The deciding body. */
  @Column('uuid')
  @ForeignKey('organization')
  organizationId: string;

  @Column('text', { default: 'draft' })
  state: string;

  @Column('uuid', { nullable: true })
  agreedBy: string | null;

  @Column({ type: 'timestamp with time zone', precision: 3, nullable: true })
  agreedAt: Date | null;

  @Column('uuid', { nullable: true })
  releasedBy: string | null;

  @Column({ type: 'timestamp with time zone', precision: 3, nullable: true })
  releasedAt: Date | null;

  @Column('int', { default: 1 })
  version: number;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  updatedAt: Date;
}
