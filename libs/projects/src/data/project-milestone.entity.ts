import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { ProjectEntity } from './project.entity.js';

/** What a project has to show by a day. In the migration alone: `changed_xid`. */
@Entity('project_milestone')
@Unique('uq_project_milestone_project_id_kind_position', ['projectId', 'kind', 'position'])
@Index('ix_project_milestone_organization_id', ['organizationId'])
@Check('ck_project_milestone_kind', `kind in ('milestone', 'interim-report', 'final-report')`)
@Check('ck_project_milestone_state', `state in ('planned', 'due', 'submitted', 'returned', 'accepted')`)
export class ProjectMilestoneEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_project_milestone' })
  id: string;

  @Column('uuid')
  @ForeignKey(() => ProjectEntity)
  projectId: string;

  @Column('uuid')
  @ForeignKey('organization')
  organizationId: string;

  @Column('text')
  kind: string;

  @Column('int')
  position: number;

  @Column('text')
  title: string;

  @Column('text', { nullable: true })
  deliverable: string | null;

  @Column('date')
  dueDay: string;

  @Column('text', { default: 'planned' })
  state: string;

  @Column('text', { nullable: true })
  words: string | null;

  @Column('text', { nullable: true })
  language: string | null;

  @Column('jsonb', { default: [] })
  spending: unknown;

  @Column('uuid', { nullable: true })
  submittedBy: string | null;

  @Column({ type: 'timestamp with time zone', precision: 3, nullable: true })
  submittedAt: Date | null;

  @Column('text', { nullable: true })
  note: string | null;

  @Column('text', { nullable: true })
  noteLanguage: string | null;

  @Column('uuid', { nullable: true })
  settledBy: string | null;

  @Column({ type: 'timestamp with time zone', precision: 3, nullable: true })
  settledAt: Date | null;

  @Column('int', { nullable: true })
  reminded: number | null;

  @Column('int', { default: 1 })
  version: number;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  updatedAt: Date;
}
