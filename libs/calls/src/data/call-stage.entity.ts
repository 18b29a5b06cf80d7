import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CallEntity } from './call.entity.js';

/** When a stage of a published call takes answers; follows the newest version of its terms. */
@Entity('call_stage')
@Check('ck_call_stage_key', `key in ('concept', 'full')`)
@Check('ck_call_stage_window', `closes_at > opens_at`)
@Index('ix_call_stage_closes_at', ['closesAt', 'callId'])
export class CallStageEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_call_stage' })
  @ForeignKey(() => CallEntity)
  callId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_call_stage' })
  key: string;

  @Column({ type: 'timestamp with time zone', precision: 3 })
  opensAt: Date;

  @Column({ type: 'timestamp with time zone', precision: 3 })
  closesAt: Date;
}
