import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { MembershipApplicationEntity } from './membership-application.entity.js';

/** A decision, pending for the seconds in which it can be taken back. In the migration alone: `changed_xid`. */
@Entity('application_decision')
@Index('uq_application_decision_pending', ['applicationId'], { unique: true, where: `state = 'pending'` })
@Index('ix_application_decision_application_id_id', ['applicationId', 'id'])
@Check('ck_application_decision_verdict', `verdict in ('accept', 'reject', 'ask')`)
@Check('ck_application_decision_state', `state in ('pending', 'applied', 'undone', 'void')`)
export class ApplicationDecisionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_application_decision' })
  id: string;

  @Column('uuid')
  @ForeignKey('organization')
  organizationId: string;

  @Column('uuid')
  @ForeignKey(() => MembershipApplicationEntity)
  applicationId: string;

  @Column('text')
  verdict: string;

  @Column('text')
  reason: string;

  @Column('text')
  language: string;

  @Column('uuid')
  decidedBy: string;

  @Column('text', { default: 'pending' })
  state: string;

  @Column({ type: 'timestamp with time zone', precision: 3 })
  effectiveAt: Date;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  createdAt: Date;
}
