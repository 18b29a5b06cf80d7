import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** The duty of a person to review for a call, on behalf of an organization. */
@Entity('call_reviewer')
@Unique('uq_call_reviewer_call_id_person_id', ['callId', 'personId'])
@Index('ix_call_reviewer_person_id', ['personId'])
@Index('ix_call_reviewer_organization_id', ['organizationId'])
@Check('ck_call_reviewer_review_limit', `review_limit between 1 and 500`)
export class CallReviewerEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_call_reviewer' })
  id: string;

  @Column('uuid')
  @ForeignKey('call')
  callId: string;

  @Column('uuid')
  @ForeignKey('organization')
  organizationId: string;

  @Column('uuid')
  @ForeignKey('person')
  personId: string;

  /** BCP 47. */
  @Column('text', { array: true, default: () => `'{}'` })
  languages: string[];

  /** Taxonomy codes. */
  @Column('text', { array: true, default: () => `'{}'` })
  expertise: string[];

  @Column('int')
  reviewLimit: number;

  @Column({ type: 'timestamp with time zone', precision: 3, nullable: true })
  endedAt: Date | null;

  @Column('uuid')
  addedBy: string;

  @Column('int', { default: 1 })
  version: number;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  updatedAt: Date;
}
