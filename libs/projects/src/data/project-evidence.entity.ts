import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { ProjectEntity } from './project.entity.js';
import { ProjectMilestoneEntity } from './project-milestone.entity.js';

/** A file that shows what was reached. */
@Entity('project_evidence')
@Unique('uq_project_evidence_file_id', ['fileId'])
@Index('ix_project_evidence_project_id', ['projectId'])
@Index('ix_project_evidence_milestone_id', ['milestoneId'])
export class ProjectEvidenceEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_project_evidence' })
  id: string;

  @Column('uuid')
  @ForeignKey(() => ProjectEntity)
  projectId: string;

  @Column('uuid')
  @ForeignKey(() => ProjectMilestoneEntity)
  milestoneId: string;

  @Column('uuid')
  fileId: string;

  @Column('text')
  title: string;

  @Column('uuid')
  addedBy: string;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  createdAt: Date;
}
