import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ProjectEntity } from './project.entity.js';

/** An organization of a project, the leading one among them, with its word about being named in public. */
@Entity('project_partner')
@Index('ix_project_partner_organization_id', ['organizationId'])
@Check('ck_project_partner_consents', `(consents is null) = (consent_at is null)`)
export class ProjectPartnerEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_project_partner' })
  @ForeignKey(() => ProjectEntity)
  projectId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_project_partner' })
  @ForeignKey('organization')
  organizationId: string;

  @Column('int')
  position: number;

  @Column('text', { nullable: true })
  task: string | null;

  @Column('bigint', { nullable: true })
  shareMinor: string | null;

  @Column('boolean', { nullable: true })
  consents: boolean | null;

  @Column('uuid', { nullable: true })
  consentBy: string | null;

  @Column({ type: 'timestamp with time zone', precision: 3, nullable: true })
  consentAt: Date | null;
}
