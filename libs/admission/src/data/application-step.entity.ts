import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { MembershipApplicationEntity } from './membership-application.entity.js';

/** One step of an application. */
@Entity('application_step')
@ForeignKey(() => MembershipApplicationEntity, ['organizationId', 'applicationId'], ['organizationId', 'id'])
@Index('ix_application_step_application_id_id', ['applicationId', 'id'])
export class ApplicationStepEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_application_step' })
  id: string;

  @Column('uuid')
  organizationId: string;

  @Column('uuid')
  applicationId: string;

  @Column('text')
  verb: string;

  @Column('text', { nullable: true })
  fromState: string | null;

  @Column('text')
  toState: string;

  @Column('uuid')
  actorId: string;

  @Column('uuid', { nullable: true })
  actorOrganizationId: string | null;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('text', { nullable: true })
  language: string | null;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  at: Date;
}
