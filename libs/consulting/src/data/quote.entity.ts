import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** An offer of an expert; what it says stands in its versions. In the migration alone: `changed_xid`. */
@Entity('quote')
@Index('uq_quote_live', ['requestId', 'organizationId'], {
  unique: true,
  where: `state in ('submitted', 'selected')`,
})
@Index('uq_quote_selected', ['requestId'], { unique: true, where: `state = 'selected'` })
@Index('ix_quote_organization_id', ['organizationId', 'id'])
@Check(
  'ck_quote_state',
  `state in ('submitted', 'selected', 'not_selected', 'withdrawn', 'expired', 'released')`,
)
export class QuoteEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_quote' })
  id: string;

  @Column('uuid')
  @ForeignKey('consulting_request')
  requestId: string;

  @Column('uuid')
  @ForeignKey('organization')
  organizationId: string;

  @Column('uuid')
  createdBy: string;

  @Column('text', { default: 'submitted' })
  state: string;

  /** Of its newest version. */
  @Column('int', { default: 1 })
  number: number;

  @Column('date')
  validUntil: string;

  /** Why it was not chosen, or withdrawn. */
  @Column('text', { nullable: true })
  reason: string | null;

  @Column('text', { nullable: true })
  words: string | null;

  @Column('text', { nullable: true })
  language: string | null;

  @Column({ type: 'timestamp with time zone', precision: 3, nullable: true })
  settledAt: Date | null;

  @Column('int', { default: 1 })
  version: number;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  updatedAt: Date;
}
