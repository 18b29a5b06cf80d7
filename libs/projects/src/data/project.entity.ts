import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A joint project that came out of an accepted proposal. In the migration alone: `changed_xid`. */
@Entity('project')
@Unique('uq_project_proposal_id', ['proposalId'])
@Index('ix_project_organization_id', ['organizationId'])
@Index('ix_project_runner_id', ['runnerId'])
@Index('ix_project_call_id', ['callId'])
@Index('ix_project_ended_at_id', ['endedAt', 'id'], { where: `state = 'closed'` })
@Check('ck_project_state', `state in ('running', 'closing', 'closed', 'suspended', 'terminated')`)
@Check('ck_project_budget', `budget_minor >= 0`)
export class ProjectEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_project' })
  id: string;

  @Column('uuid')
  @ForeignKey('proposal')
  proposalId: string;

  @Column('int')
  proposalVersion: number;

  @Column('uuid')
  @ForeignKey('call')
  callId: string;

  @Column('uuid')
  @ForeignKey('organization')
  organizationId: string;

  @Column('uuid')
  @ForeignKey('organization')
  runnerId: string;

  @Column('text')
  title: string;

  @Column('text', { nullable: true })
  summary: string | null;

  @Column('text')
  language: string;

  @Column('text', { array: true, default: [] })
  themes: string[];

  @Column('text', { array: true, default: [] })
  sdgTargets: string[];

  @Column('bigint', { nullable: true })
  budgetMinor: string | null;

  @Column('char', { length: 3, nullable: true })
  currency: string | null;

  @Column('text')
  zone: string;

  @Column('text', { default: 'running' })
  state: string;

  @Column('uuid', { nullable: true })
  conversationId: string | null;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  startedAt: Date;

  @Column({ type: 'timestamp with time zone', precision: 3, nullable: true })
  closingSince: Date | null;

  @Column({ type: 'timestamp with time zone', precision: 3, nullable: true })
  endedAt: Date | null;

  @Column('int', { default: 1 })
  version: number;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  updatedAt: Date;
}
