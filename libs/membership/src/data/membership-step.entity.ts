import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { TpoMembershipEntity } from './tpo-membership.entity.js';

/** One entry of a membership's history; never changed. */
@Entity('membership_step')
@ForeignKey(() => TpoMembershipEntity, ['organizationId', 'membershipId'], ['organizationId', 'id'])
@Check(
  'ck_membership_step_amount',
  `(amount_minor is null) = (amount_currency is null) and amount_minor >= 0`,
)
export class MembershipStepEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_membership_step' })
  membershipId: string;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'pk_membership_step' })
  number: number;

  @Column('uuid')
  organizationId: string;

  @Column('text')
  verb: string;

  @Column('text', { nullable: true })
  fromState: string | null;

  @Column('text')
  toState: string;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('text', { nullable: true })
  reference: string | null;

  @Column('date', { nullable: true })
  dated: string | null;

  @Column('bigint', { nullable: true })
  amountMinor: string | null;

  @Column('char', { length: 3, nullable: true })
  amountCurrency: string | null;

  @Column('uuid')
  personId: string;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  at: Date;
}
