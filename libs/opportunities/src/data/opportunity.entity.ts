import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** One opportunity. In the migration alone: `changed_xid`, of a type TypeORM does not know. */
@Entity('opportunity')
@Unique('uq_opportunity_organization_id_id', ['organizationId', 'id'])
@Index('ix_opportunity_listed_at_id', ['listedAt', 'id'], { where: `state = 'published'` })
@Index('ix_opportunity_organization_id_state', ['organizationId', 'state'])
@Check(
  'ck_opportunity_state',
  `state in ('draft', 'review', 'published', 'paused', 'filled', 'expired', 'closed')`,
)
@Check('ck_opportunity_filled_with', `filled_with_id is null or filled_with_name is null`)
@Check('ck_opportunity_held', `held_at is null or state in ('paused', 'expired', 'filled', 'closed')`)
@Check('ck_opportunity_life', `(published_at is null) = (life_ends_at is null)`)
@Check('ck_opportunity_title', `char_length(title) between 1 and 200`)
@Check('ck_opportunity_capacity', `capacity_min >= 1 and capacity_max >= 1 and capacity_min <= capacity_max`)
@Check('ck_opportunity_period', `(period_from is null) = (period_to is null) and period_from <= period_to`)
export class OpportunityEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_opportunity' })
  id: string;

  @Column('uuid')
  @ForeignKey('organization')
  organizationId: string;

  @Column('uuid')
  createdBy: string;

  @Column('text', { default: 'draft' })
  state: string;

  @Column('text')
  language: string;

  @Column('text')
  title: string;

  @Column('text', { nullable: true })
  text: string | null;

  @Column('text', { array: true, default: () => `'{}'` })
  collaboration: string[];

  @Column('text', { array: true, default: () => `'{}'` })
  themes: string[];

  @Column('text', { array: true, default: () => `'{}'` })
  markets: string[];

  @Column('text', { array: true, default: () => `'{}'` })
  requiredLanguages: string[];

  @Column('text', { array: true, default: () => `'{}'` })
  requiredCertifications: string[];

  @Column('smallint', { array: true, default: () => `'{}'` })
  requiredMonths: number[];

  @Column('int', { nullable: true })
  capacityMin: number | null;

  @Column('int', { nullable: true })
  capacityMax: number | null;

  @Column('date', { nullable: true })
  deadline: string | null;

  @Column('date', { nullable: true })
  periodFrom: string | null;

  @Column('date', { nullable: true })
  periodTo: string | null;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  listedAt: Date;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  stateSince: Date;

  @Column({ type: 'timestamp with time zone', precision: 3, nullable: true })
  publishedAt: Date | null;

  /** Where 180 days are over, or as many again once it was renewed. The deadline may end it before. */
  @Column({ type: 'timestamp with time zone', precision: 3, nullable: true })
  lifeEndsAt: Date | null;

  @Column({ type: 'timestamp with time zone', precision: 3, nullable: true })
  renewedAt: Date | null;

  @Column({ type: 'timestamp with time zone', precision: 3, nullable: true })
  heldAt: Date | null;

  @Column({ type: 'timestamp with time zone', precision: 3, nullable: true })
  lookAskedAt: Date | null;

  @Column('text', { nullable: true })
  closeReason: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('organization')
  filledWithId: string | null;

  /** Of a partner that is no member. */
  @Column('text', { nullable: true })
  filledWithName: string | null;

  @Column('text', { nullable: true })
  outcome: string | null;

  @Column('int', { default: 1 })
  version: number;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  updatedAt: Date;
}
