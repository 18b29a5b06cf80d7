import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { MembershipApplicationEntity } from './membership-application.entity.js';

/** The duty of a person to review an entry proposal. In the migration alone: `changed_xid`. */
@Entity('application_review')
@Unique('uq_application_review_application_id_person_id', ['applicationId', 'personId'])
@Index('ix_application_review_person_id_id', ['personId', 'id'])
@Check('ck_application_review_state', `state in ('assigned', 'submitted', 'declined')`)
@Check(
  'ck_application_review_scores',
  `num_nulls(novelty, market, sme_benefit) = 3 * (state <> 'submitted')::int
    and novelty between 1 and 5 and market between 1 and 5 and sme_benefit between 1 and 5`,
)
export class ApplicationReviewEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_application_review' })
  id: string;

  @Column('uuid')
  @ForeignKey('organization')
  organizationId: string;

  @Column('uuid')
  @ForeignKey(() => MembershipApplicationEntity)
  applicationId: string;

  @Column('uuid')
  @ForeignKey('person')
  personId: string;

  @Column('uuid')
  assignedBy: string;

  @Column('text', { default: 'assigned' })
  state: string;

  @Column('smallint', { nullable: true })
  novelty: number | null;

  @Column('smallint', { nullable: true })
  market: number | null;

  @Column('smallint', { nullable: true })
  smeBenefit: number | null;

  @Column('text', { nullable: true })
  comment: string | null;

  @Column('text', { nullable: true })
  note: string | null;

  @Column('text', { nullable: true })
  language: string | null;

  @Column({ type: 'timestamp with time zone', precision: 3, nullable: true })
  submittedAt: Date | null;

  @Column('int', { default: 1 })
  version: number;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  updatedAt: Date;
}
