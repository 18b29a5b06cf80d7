import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** One application for participation. In the migration alone: `changed_xid`, of a type TypeORM does not know. */
@Entity('membership_application')
@Unique('uq_membership_application_organization_id_id', ['organizationId', 'id'])
@Index('uq_membership_application_live', ['organizationId'], {
  unique: true,
  where: `state not in ('withdrawn', 'superseded')`,
})
@Index('ix_membership_application_state_state_since', ['state', 'stateSince', 'id'])
@Check(
  'ck_membership_application_state',
  `state in ('draft', 'submitted', 'awaiting_recommendation', 'entry_proposal_review', 'info_requested',
    'secretariat_review', 'accepted', 'rejected', 'appealed', 'withdrawn', 'superseded')`,
)
@Check(
  'ck_membership_application_asked_from',
  `(asked_from is null) = (state <> 'info_requested')
    and asked_from in ('entry_proposal_review', 'secretariat_review', 'appealed')`,
)
@Check('ck_membership_application_route', `route in ('recommendation', 'entry_proposal')`)
export class MembershipApplicationEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_membership_application' })
  id: string;

  @Column('uuid')
  @ForeignKey('organization')
  organizationId: string;

  @Column('uuid')
  createdBy: string;

  @Column('text', { default: 'draft' })
  state: string;

  @Column('text', { nullable: true })
  askedFrom: string | null;

  @Column('text', { nullable: true })
  route: string | null;

  @Column('text', { nullable: true })
  motivation: string | null;

  @Column('text')
  language: string;

  @Column('uuid', { nullable: true })
  @ForeignKey('organization')
  recommenderId: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('proposal')
  proposalId: string | null;

  @Column('uuid', { nullable: true })
  documentFileId: string | null;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  stateSince: Date;

  @Column({ type: 'timestamp with time zone', precision: 3, nullable: true })
  submittedAt: Date | null;

  @Column({ type: 'timestamp with time zone', precision: 3, nullable: true })
  appealedAt: Date | null;

  @Column({ type: 'timestamp with time zone', precision: 3, nullable: true })
  decidedAt: Date | null;

  @Column('int', { default: 1 })
  version: number;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  updatedAt: Date;
}
