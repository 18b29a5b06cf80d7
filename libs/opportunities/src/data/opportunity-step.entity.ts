import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { OpportunityEntity } from './opportunity.entity.js';

/**
 * One step in the story of an opportunity, never changed. It names no owner: with its opportunity it may go to
 * another organization when two entries are made one.
 */
@Entity('opportunity_step')
@Index('ix_opportunity_step_opportunity_id_id', ['opportunityId', 'id'])
export class OpportunityStepEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_opportunity_step' })
  id: string;

  @Column('uuid')
  @ForeignKey(() => OpportunityEntity)
  opportunityId: string;

  @Column('text')
  verb: string;

  @Column('text')
  fromState: string;

  @Column('text')
  toState: string;

  @Column('uuid')
  actorId: string;

  @Column('uuid', { nullable: true })
  actorOrganizationId: string | null;

  /** A code of the verb: why it was closed, what came of it. */
  @Column('text', { nullable: true })
  code: string | null;

  /** In words. */
  @Column('text', { nullable: true })
  note: string | null;

  @Column('text', { nullable: true })
  language: string | null;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  at: Date;
}
