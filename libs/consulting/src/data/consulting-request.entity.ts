import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** One consulting request. In the migration alone: `changed_xid`, of a type TypeORM does not know. */
@Entity('consulting_request')
@Unique('uq_consulting_request_organization_id_id', ['organizationId', 'id'])
@Index('ix_consulting_request_state', ['state', 'dueAt'])
@Index('ix_consulting_request_organization_id', ['organizationId', 'id'])
@Check(
  'ck_consulting_request_state',
  `state in ('draft', 'submitted', 'triage', 'need_info', 'matching', 'quoting', 'quote_selected', 'engaged',
    'closed', 'answered', 'out_of_scope', 'unanswered', 'cancelled')`,
)
@Check('ck_consulting_request_kind', `kind in ('committee', 'b2b')`)
@Check('ck_consulting_request_budget_from', `budget_from_minor >= 0 and budget_from_minor <= budget_minor`)
@Check(
  'ck_consulting_request_selected',
  `selected_quote_id is not null or state not in ('quote_selected', 'engaged', 'closed')`,
)
@Check('ck_consulting_request_title', `char_length(title) between 1 and 200`)
@Check('ck_consulting_request_mode', `mode in ('onsite', 'remote', 'either')`)
@Check(
  'ck_consulting_request_budget',
  `(budget_minor is null) = (budget_currency is null) and budget_minor >= 0`,
)
export class ConsultingRequestEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_consulting_request' })
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
  areas: string[];

  @Column('text', { array: true, default: () => `'{}'` })
  workingLanguages: string[];

  @Column('text', { nullable: true })
  mode: string | null;

  @Column('bigint', { nullable: true })
  budgetMinor: string | null;

  @Column('char', { length: 3, nullable: true })
  budgetCurrency: string | null;

  @Column('date', { nullable: true })
  deadline: string | null;

  @Column('boolean', { default: false })
  confidential: boolean;

  @Column({ type: 'timestamp with time zone', precision: 3, nullable: true })
  submittedAt: Date | null;

  @Column('text', { default: 'b2b' })
  kind: string;

  @Column('text', { nullable: true })
  goal: string | null;

  /** The lower end of the band, in the currency of the budget, which is its upper end. */
  @Column('bigint', { nullable: true })
  budgetFromMinor: string | null;

  /** Organizations of consultants the requester asks by name, at most three. */
  @Column('uuid', { array: true, default: () => `'{}'` })
  namedConsultants: string[];

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  stateSince: Date;

  /** When whoever it waits for is late. */
  @Column({ type: 'timestamp with time zone', precision: 3, nullable: true })
  dueAt: Date | null;

  /** False: counted without holidays, because nobody has told them. */
  @Column('boolean', { default: true })
  dueIsKnown: boolean;

  /** How often the secretariat has let the clock run out. */
  @Column('int', { default: 0 })
  lateRounds: number;

  /** Whoever of the secretariat has taken it. */
  @Column('uuid', { nullable: true })
  triagePersonId: string | null;

  @Column({ type: 'timestamp with time zone', precision: 3, nullable: true })
  quotesCloseAt: Date | null;

  /** From here on quotes are no secret to the requester and the secretariat. */
  @Column({ type: 'timestamp with time zone', precision: 3, nullable: true })
  quotesOpenedAt: Date | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('quote')
  selectedQuoteId: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('library_case')
  answeredCaseId: string | null;

  /** The peer city that knows. */
  @Column('uuid', { nullable: true })
  @ForeignKey('organization')
  answeredCityId: string | null;

  @Column('int', { default: 1 })
  version: number;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  updatedAt: Date;
}
