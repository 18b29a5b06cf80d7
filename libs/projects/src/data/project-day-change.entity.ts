import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ProjectEntity } from './project.entity.js';
import { ProjectMilestoneEntity } from './project-milestone.entity.js';

/** The wish for another day of a milestone, and what became of it. */
@Entity('project_day_change')
@Index('uq_project_day_change_asked', ['milestoneId'], { unique: true, where: `state = 'asked'` })
@Index('ix_project_day_change_project_id', ['projectId'])
@Index('ix_project_day_change_organization_id', ['organizationId'])
@Check('ck_project_day_change_state', `state in ('asked', 'approved', 'declined', 'withdrawn')`)
export class ProjectDayChangeEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_project_day_change' })
  id: string;

  @Column('uuid')
  @ForeignKey(() => ProjectEntity)
  projectId: string;

  @Column('uuid')
  @ForeignKey(() => ProjectMilestoneEntity)
  milestoneId: string;

  @Column('uuid')
  @ForeignKey('organization')
  organizationId: string;

  @Column('date')
  fromDay: string;

  @Column('date')
  toDay: string;

  @Column('text')
  reason: string;

  @Column('text')
  language: string;

  @Column('text', { default: 'asked' })
  state: string;

  @Column('text', { nullable: true })
  note: string | null;

  @Column('text', { nullable: true })
  noteLanguage: string | null;

  @Column('uuid')
  askedBy: string;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  askedAt: Date;

  @Column('uuid', { nullable: true })
  answeredBy: string | null;

  @Column({ type: 'timestamp with time zone', precision: 3, nullable: true })
  answeredAt: Date | null;
}
