import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CallEntity } from './call.entity.js';

/** One step in the life of a call, never changed. */
@Entity('call_step')
@Index('ix_call_step_call_id_id', ['callId', 'id'])
export class CallStepEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_call_step' })
  id: string;

  @Column('uuid')
  @ForeignKey(() => CallEntity)
  callId: string;

  @Column('text')
  verb: string;

  @Column('text')
  fromState: string;

  @Column('text')
  toState: string;

  /** The stage that opened or closed. */
  @Column('text', { nullable: true })
  stage: string | null;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('uuid')
  actorId: string;

  @Column('uuid', { nullable: true })
  actorOrganizationId: string | null;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  at: Date;
}
