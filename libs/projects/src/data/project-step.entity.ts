import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ProjectEntity } from './project.entity.js';
import { ProjectMilestoneEntity } from './project-milestone.entity.js';

/** One step in the life of a project or of a milestone, never changed. In the migration alone: `changed_xid`. */
@Entity('project_step')
@Index('ix_project_step_project_id_id', ['projectId', 'id'])
export class ProjectStepEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_project_step' })
  id: string;

  @Column('uuid')
  @ForeignKey(() => ProjectEntity)
  projectId: string;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => ProjectMilestoneEntity)
  milestoneId: string | null;

  @Column('text')
  verb: string;

  @Column('text')
  fromState: string;

  @Column('text')
  toState: string;

  @Column('text', { nullable: true })
  words: string | null;

  @Column('text', { nullable: true })
  language: string | null;

  @Column('uuid')
  actorId: string;

  @Column('uuid', { nullable: true })
  organizationId: string | null;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  at: Date;
}
