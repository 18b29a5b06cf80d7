import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ProposalEntity } from './proposal.entity.js';

/** One step in the life of a proposal, never changed. In the migration alone: `changed_xid`. */
@Entity('proposal_step')
@Index('ix_proposal_step_proposal_id_id', ['proposalId', 'id'])
export class ProposalStepEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_proposal_step' })
  id: string;

  @Column('uuid')
  @ForeignKey(() => ProposalEntity)
  proposalId: string;

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

  @Column('text', { nullable: true })
  code: string | null;

  @Column('text', { nullable: true })
  note: string | null;

  @Column('text', { nullable: true })
  language: string | null;

  @Column('text', { array: true, nullable: true })
  fields: string[] | null;

  @Column({ type: 'timestamp with time zone', precision: 3, nullable: true })
  dueAt: Date | null;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  at: Date;
}
