import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** One consulting request. In the migration alone: `changed_xid`, of a type TypeORM does not know. */
@Entity('consulting_request')
@Unique('uq_consulting_request_organization_id_id', ['organizationId', 'id'])
@Check('ck_consulting_request_state', `state in ('draft', 'submitted')`)
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

  @Column('int', { default: 1 })
  version: number;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  updatedAt: Date;
}
