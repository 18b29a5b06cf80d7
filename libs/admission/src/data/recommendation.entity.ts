import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { MembershipApplicationEntity } from './membership-application.entity.js';

/**
 * A recommendation, asked for or given; `organizationId` recommends. In the migration alone: `changed_xid`, and the
 * trigger that announces rows whose change open clients have not been told.
 */
@Entity('recommendation')
@Index('uq_recommendation_requested', ['applicationId'], { unique: true, where: `state = 'requested'` })
@Index('ix_recommendation_applicant_id', ['applicantId'], { where: `state = 'given'` })
@Index('ix_recommendation_organization_id_id', ['organizationId', 'id'])
@Index('ix_recommendation_unpushed', ['id'], { where: 'pushed_at is null' })
@Check(
  'ck_recommendation_state',
  `state in ('requested', 'given', 'declined', 'expired', 'cancelled', 'revoked')`,
)
@Check('ck_recommendation_organization_id', 'organization_id <> applicant_id')
export class RecommendationEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_recommendation' })
  id: string;

  @Column('uuid')
  @ForeignKey('organization')
  organizationId: string;

  @Column('uuid')
  @ForeignKey('organization')
  applicantId: string;

  @Column('uuid')
  @ForeignKey(() => MembershipApplicationEntity)
  applicationId: string;

  @Column('text', { default: 'requested' })
  state: string;

  @Column('text', { nullable: true })
  statement: string | null;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('text', { nullable: true })
  language: string | null;

  @Column({ type: 'timestamp with time zone', precision: 3 })
  dueAt: Date;

  @Column('uuid', { nullable: true })
  answeredBy: string | null;

  @Column({ type: 'timestamp with time zone', precision: 3, nullable: true })
  answeredAt: Date | null;

  @Column('uuid', { nullable: true })
  revokedBy: string | null;

  @Column({ type: 'timestamp with time zone', precision: 3, nullable: true })
  revokedAt: Date | null;

  @Column({ type: 'timestamp with time zone', precision: 3, nullable: true, default: () => 'now()' })
  pushedAt: Date | null;

  @Column('int', { default: 1 })
  version: number;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  updatedAt: Date;
}
