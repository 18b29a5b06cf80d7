import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ProjectEntity } from './project.entity.js';

/** The public words and figures of a project. */
@Entity('project_result')
export class ProjectResultEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_project_result' })
  @ForeignKey(() => ProjectEntity)
  projectId: string;

  @Column('jsonb', { default: [] })
  texts: unknown;

  @Column('jsonb', { default: [] })
  figures: unknown;

  @Column('uuid')
  savedBy: string;

  @Column('int', { default: 1 })
  version: number;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  updatedAt: Date;
}
