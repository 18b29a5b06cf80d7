import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** One proposal. In the migration alone: `changed_xid`, of a type TypeORM does not know. */
@Entity('proposal')
@Unique('uq_proposal_organization_id_id', ['organizationId', 'id'])
@Check('ck_proposal_state', `state in ('draft', 'submitted', 'withdrawn')`)
@Check('ck_proposal_title', `char_length(title) between 1 and 200`)
@Check('ck_proposal_budget', `(budget_minor is null) = (budget_currency is null) and budget_minor >= 0`)
@Check('ck_proposal_period', `(period_from is null) = (period_to is null) and period_from <= period_to`)
export class ProposalEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_proposal' })
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
  summary: string | null;

  @Column('text', { nullable: true })
  partnersSought: string | null;

  @Column('text', { array: true, default: () => `'{}'` })
  themes: string[];

  @Column('text', { array: true, default: () => `'{}'` })
  collaboration: string[];

  @Column('text', { array: true, default: () => `'{}'` })
  sdgTargets: string[];

  @Column('bigint', { nullable: true })
  budgetMinor: string | null;

  @Column('char', { length: 3, nullable: true })
  budgetCurrency: string | null;

  @Column('date', { nullable: true })
  periodFrom: string | null;

  @Column('date', { nullable: true })
  periodTo: string | null;

  /** How many versions were frozen; the number of the newest one. */
  @Column('int', { default: 0 })
  submissions: number;

  @Column('int', { default: 1 })
  version: number;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  updatedAt: Date;
}
