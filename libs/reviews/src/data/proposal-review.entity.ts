import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { CallReviewerEntity } from './call-reviewer.entity.js';

/** One person's review of one version of a proposal, asked for or done. In the migration alone: `changed_xid`. */
@Entity('proposal_review')
@Unique('uq_proposal_review_proposal_id_stage_round_person_id', ['proposalId', 'stage', 'round', 'personId'])
@Index('ix_proposal_review_call_id_stage', ['callId', 'stage', 'proposalId'])
@Index('ix_proposal_review_person_id_id', ['personId', 'id'])
@Index('ix_proposal_review_reviewer_id', ['reviewerId'])
@Check('ck_proposal_review_stage', `stage in ('concept', 'full')`)
@Check('ck_proposal_review_because', `because in ('quorum', 'spread', 'revision')`)
@Check(
  'ck_proposal_review_state',
  `state in ('assigned', 'accepted', 'declined', 'conflicted', 'submitted', 'expired')`,
)
@Check(
  'ck_proposal_review_total',
  `(total is not null) = (state = 'submitted') and total between 0 and 100`,
)
export class ProposalReviewEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_proposal_review' })
  id: string;

  @Column('uuid')
  @ForeignKey('call')
  callId: string;

  @Column('text')
  stage: string;

  @Column('uuid')
  @ForeignKey('proposal')
  proposalId: string;

  @Column('uuid')
  @ForeignKey(() => CallReviewerEntity)
  reviewerId: string;

  @Column('uuid')
  @ForeignKey('organization')
  organizationId: string;

  @Column('uuid')
  @ForeignKey('person')
  personId: string;

  /** 1, and one more with each revision. */
  @Column('int', { default: 1 })
  round: number;

  /** Of the proposal: what is reviewed. */
  @Column('int')
  versionNumber: number;

  @Column('text', { default: 'quorum' })
  because: string;

  @Column('text', { default: 'assigned' })
  state: string;

  /** Why it was given back. */
  @Column('text', { nullable: true })
  reason: string | null;

  @Column('text', { nullable: true })
  reasonLanguage: string | null;

  /** By key of the criterion. */
  @Column('jsonb', { default: {} })
  scores: object;

  @Column('numeric', { precision: 5, scale: 2, nullable: true })
  total: string | null;

  /** For the applicant. */
  @Column('text', { nullable: true })
  comment: string | null;

  /** For the panel alone. */
  @Column('text', { nullable: true })
  note: string | null;

  @Column('text', { nullable: true })
  language: string | null;

  @Column({ type: 'timestamp with time zone', precision: 3 })
  dueAt: Date;

  @Column({ type: 'timestamp with time zone', precision: 3, nullable: true })
  submittedAt: Date | null;

  @Column('int', { default: 1 })
  version: number;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  updatedAt: Date;
}
