import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { MembershipApplicationEntity } from './membership-application.entity.js';

/** An organization on record that may be the same as the applicant, and what says so. */
@Entity('application_finding')
export class ApplicationFindingEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_application_finding' })
  @ForeignKey(() => MembershipApplicationEntity)
  applicationId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_application_finding' })
  @ForeignKey('organization')
  foundId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_application_finding' })
  because: string;

  @Column('text')
  matched: string;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  foundAt: Date;
}
