import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { ConsultingRequestEntity } from './consulting-request.entity.js';

/** An expert asked to take a request. In the migration alone: `changed_xid`, of a type TypeORM does not know. */
@Entity('expert_invitation')
@Unique('uq_expert_invitation_request_id_organization_id', ['requestId', 'organizationId'])
@Index('ix_expert_invitation_organization_id', ['organizationId', 'id'])
@Check('ck_expert_invitation_state', `state in ('invited', 'accepted', 'declined', 'expired', 'released')`)
@Check(
  'ck_expert_invitation_declared',
  `state <> 'accepted' or (no_conflict_declared and confidentiality_declared)`,
)
export class ExpertInvitationEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_expert_invitation' })
  id: string;

  @Column('uuid')
  @ForeignKey(() => ConsultingRequestEntity)
  requestId: string;

  @Column('uuid')
  @ForeignKey('organization')
  organizationId: string;

  /** The secretariat, or who had asked. */
  @Column('uuid')
  @ForeignKey('organization')
  invitingOrganizationId: string;

  @Column('uuid')
  invitedBy: string;

  @Column('text', { default: 'invited' })
  state: string;

  @Column({ type: 'timestamp with time zone', precision: 3 })
  dueAt: Date;

  @Column({ type: 'timestamp with time zone', precision: 3, nullable: true })
  remindedAt: Date | null;

  @Column('uuid', { nullable: true })
  answeredBy: string | null;

  @Column({ type: 'timestamp with time zone', precision: 3, nullable: true })
  answeredAt: Date | null;

  @Column('boolean', { default: false })
  noConflictDeclared: boolean;

  @Column('boolean', { default: false })
  confidentialityDeclared: boolean;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('text', { nullable: true })
  words: string | null;

  @Column('text', { nullable: true })
  language: string | null;

  @Column('int', { default: 1 })
  version: number;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  updatedAt: Date;
}
