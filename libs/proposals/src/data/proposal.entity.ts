import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** One proposal. In the migration alone: `changed_xid`, of a type TypeORM does not know. */
@Entity('proposal')
@Unique('uq_proposal_organization_id_id', ['organizationId', 'id'])
@Index('ix_proposal_call_id', ['callId', 'state'], { where: 'call_id is not null' })
@Check(
  'ck_proposal_state',
  `state in ('draft', 'submitted', 'screening', 'more_info', 'in_review', 'discussion', 'revision_requested',
    'ready_for_decision', 'accepted', 'conditional', 'waitlisted', 'rejected', 'withdrawn')`,
)
@Check(
  'ck_proposal_call',
  `(call_id is null) = (stage is null) and (call_id is null) = (call_version is null)
    and (call_id is null) = (call_organization_id is null) and stage in ('concept', 'full')`,
)
@Check('ck_proposal_assessed', `call_id is not null or state in ('draft', 'submitted', 'withdrawn')`)
@Check('ck_proposal_due', `due_at is null or state in ('more_info', 'revision_requested')`)
@Check(
  'ck_proposal_released',
  `released_at is null or state in ('accepted', 'conditional', 'waitlisted', 'rejected', 'withdrawn')`,
)
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

  /** The call it answers, the version of its terms its people have seen, and who runs it. */
  @Column('uuid', { nullable: true })
  @ForeignKey('call')
  callId: string | null;

  @Column('int', { nullable: true })
  callVersion: number | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('organization')
  callOrganizationId: string | null;

  @Column('text', { nullable: true })
  stage: string | null;

  @Column('jsonb', { default: () => `'{}'` })
  answers: unknown;

  @Column('jsonb', { default: () => `'[]'` })
  workPlan: unknown;

  @Column('jsonb', { default: () => `'[]'` })
  budgetLines: unknown;

  @Column('text', { nullable: true })
  leadTask: string | null;

  /** What its people may change while more was asked for; null is everything. */
  @Column('text', { array: true, nullable: true })
  reopenedFields: string[] | null;

  @Column({ type: 'timestamp with time zone', precision: 3, nullable: true })
  dueAt: Date | null;

  /** When its decision became public. */
  @Column({ type: 'timestamp with time zone', precision: 3, nullable: true })
  releasedAt: Date | null;

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
