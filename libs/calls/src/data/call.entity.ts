import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** One call. In the migration alone: `changed_xid`, of a type TypeORM does not know. */
@Entity('call')
@Unique('uq_call_organization_id_id', ['organizationId', 'id'])
@Index('ix_call_state', ['state', 'id'])
@Check(
  'ck_call_state',
  `state in ('draft', 'published', 'open', 'closed', 'reviewing', 'decided', 'archived')`,
)
@Check('ck_call_published', `(published_at is null) = (number = 0)`)
@Check('ck_call_draft', `state <> 'draft' or number = 0`)
export class CallEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_call' })
  id: string;

  @Column('uuid')
  @ForeignKey('organization')
  organizationId: string;

  @Column('uuid')
  createdBy: string;

  @Column('text', { default: 'draft' })
  state: string;

  /** Of its terms; 0 before it is published. */
  @Column('int', { default: 0 })
  number: number;

  /** What it says now. Once it is published this is a copy of its newest version. */
  @Column('jsonb')
  content: object;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  stateSince: Date;

  @Column({ type: 'timestamp with time zone', precision: 3, nullable: true })
  publishedAt: Date | null;

  @Column('int', { default: 1 })
  version: number;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  updatedAt: Date;
}
