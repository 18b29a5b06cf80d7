import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { DecisionBatchEntity } from './decision-batch.entity.js';

/** What was decided about a proposal in a stage; told to nobody before its batch is released. */
@Entity('proposal_decision')
@Index('ix_proposal_decision_batch_id', ['batchId'])
@Index('ix_proposal_decision_released_at', ['releasedAt'], { where: `outcome in ('accepted', 'conditional')` })
@Check('ck_proposal_decision_outcome', `outcome in ('accepted', 'conditional', 'waitlisted', 'rejected')`)
@Check('ck_proposal_decision_conditions', `(outcome = 'conditional') = (cardinality(conditions) > 0)`)
export class ProposalDecisionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_proposal_decision' })
  @ForeignKey('proposal')
  proposalId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_proposal_decision' })
  stage: string;

  @Column('uuid')
  @ForeignKey(() => DecisionBatchEntity)
  batchId: string;

  @Column('text')
  outcome: string;

  /** For the applicant. */
  @Column('text')
  reasons: string;

  @Column('text', { array: true, default: () => `'{}'` })
  conditions: string[];

  /** BCP 47 of reasons and conditions. */
  @Column('text')
  language: string;

  @Column('uuid')
  decidedBy: string;

  /** Who was behind it when it was released: who met in a project later reviews are measured by. */
  @Column('uuid', { array: true, default: () => `'{}'` })
  partyIds: string[];

  @Column({ type: 'timestamp with time zone', precision: 3, nullable: true })
  releasedAt: Date | null;

  @Column('int', { default: 1 })
  version: number;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  updatedAt: Date;
}
