import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ConsultingRequestEntity } from './consulting-request.entity.js';

/** One step on the way of a request, never changed. */
@Entity('consulting_step')
@Index('ix_consulting_step_request_id_id', ['requestId', 'id'])
@Index('ix_consulting_step_actor_id', ['actorId'])
export class ConsultingStepEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_consulting_step' })
  id: string;

  @Column('uuid')
  @ForeignKey(() => ConsultingRequestEntity)
  requestId: string;

  @Column('text')
  verb: string;

  @Column('text')
  fromState: string;

  @Column('text')
  toState: string;

  @Column('text', { nullable: true })
  code: string | null;

  @Column('text', { nullable: true })
  words: string | null;

  /** BCP 47 of `words`. */
  @Column('text', { nullable: true })
  language: string | null;

  @Column('uuid')
  actorId: string;

  @Column('uuid', { nullable: true })
  actorOrganizationId: string | null;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  at: Date;
}
