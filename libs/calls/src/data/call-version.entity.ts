import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { CallEntity } from './call.entity.js';

/** What held for a call from one moment on; never changed. */
@Entity('call_version')
@Check('ck_call_version_number', `number >= 1`)
export class CallVersionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_call_version' })
  @ForeignKey(() => CallEntity)
  callId: string;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'pk_call_version' })
  number: number;

  @Column('jsonb')
  content: object;

  @Column('text', { array: true, default: () => `'{}'` })
  changedFields: string[];

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('uuid')
  savedBy: string;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  savedAt: Date;
}
