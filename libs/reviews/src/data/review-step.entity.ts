import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What the desk did with a proposal, and why; never changed. */
@Entity('review_step')
@Index('ix_review_step_proposal_id_id', ['proposalId', 'id'])
@Check(
  'ck_review_step_verb',
  `verb in ('eligible', 'not-eligible', 'ask-more', 'readmit', 'request-revision', 'ready')`,
)
@Check('ck_review_step_rule_number', `(rule_number is not null) = (verb = 'not-eligible')`)
export class ReviewStepEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_review_step' })
  id: string;

  @Column('uuid')
  @ForeignKey('call')
  callId: string;

  @Column('text')
  stage: string;

  @Column('uuid')
  @ForeignKey('proposal')
  proposalId: string;

  @Column('text')
  verb: string;

  /** Which rule of eligibility it does not meet. */
  @Column('int', { nullable: true })
  ruleNumber: number | null;

  /** What was opened again. */
  @Column('text', { array: true, default: () => `'{}'` })
  fields: string[];

  @Column('text', { nullable: true })
  words: string | null;

  @Column('text', { nullable: true })
  language: string | null;

  @Column({ type: 'timestamp with time zone', precision: 3, nullable: true })
  dueAt: Date | null;

  @Column('uuid')
  @ForeignKey('organization')
  organizationId: string;

  @Column('uuid')
  actorId: string;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  at: Date;
}
