import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { VoteEntity } from './vote.entity.js';

/** An organization's way to full membership of the TPO, and its membership. In the migration alone: `changed_xid`. */
@Entity('tpo_membership')
@Unique('uq_tpo_membership_organization_id_id', ['organizationId', 'id'])
@Index('uq_tpo_membership_organization_id', ['organizationId'], {
  unique: true,
  where: `state not in ('expired', 'rejected', 'withdrawn')`,
})
@Index('ix_tpo_membership_state', ['state', 'id'])
@Check('ck_tpo_membership_category', `category in ('city_member', 'industry_member')`)
@Check(
  'ck_tpo_membership_state',
  `state in ('requested', 'excom_vote', 'approved_unpaid', 'active', 'suspended', 'expired', 'rejected', 'withdrawn')`,
)
@Check('ck_tpo_membership_ratification', `ratification in ('none', 'pending', 'ratified', 'declined')`)
@Check('ck_tpo_membership_statement', `char_length(statement) between 1 and 4000`)
@Check(
  'ck_tpo_membership_fees',
  `(admission_fee_minor is null) = (fee_currency is null) and (annual_fee_minor is null) = (fee_currency is null)
   and admission_fee_minor >= 0 and annual_fee_minor >= 0`,
)
export class TpoMembershipEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_tpo_membership' })
  id: string;

  @Column('uuid')
  @ForeignKey('organization')
  organizationId: string;

  @Column('text')
  category: string;

  @Column('text', { default: 'requested' })
  state: string;

  @Column('text', { default: 'none' })
  ratification: string;

  @Column('text')
  statement: string;

  @Column('text')
  language: string;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('bigint', { nullable: true })
  admissionFeeMinor: string | null;

  @Column('bigint', { nullable: true })
  annualFeeMinor: string | null;

  @Column('char', { length: 3, nullable: true })
  feeCurrency: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => VoteEntity)
  voteId: string | null;

  @Column({ type: 'timestamp with time zone', precision: 3, nullable: true })
  approvedAt: Date | null;

  @Column({ type: 'timestamp with time zone', precision: 3, nullable: true })
  termEndsAt: Date | null;

  @Column({ type: 'timestamp with time zone', precision: 3, nullable: true })
  dueAt: Date | null;

  @Column('uuid')
  createdBy: string;

  @Column('int', { default: 1 })
  version: number;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  updatedAt: Date;
}
