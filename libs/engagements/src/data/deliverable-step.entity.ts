import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { EngagementDeliverableEntity } from './engagement-deliverable.entity.js';

/** What was handed over, and what was said to it; never changed. */
@Entity('deliverable_step')
@Check('ck_deliverable_step_verb', `verb in ('submit', 'accept', 'ask-revision')`)
@Index('ix_deliverable_step_deliverable_id', ['deliverableId', 'id'])
export class DeliverableStepEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_deliverable_step' })
  id: string;

  @Column('uuid')
  @ForeignKey(() => EngagementDeliverableEntity)
  deliverableId: string;

  @Column('text')
  verb: string;

  @Column('text', { nullable: true })
  words: string | null;

  @Column('text', { nullable: true })
  language: string | null;

  @Column('uuid', { array: true, default: () => `'{}'` })
  fileIds: string[];

  @Column('uuid')
  actorId: string;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  at: Date;
}
