import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { ProjectEntity } from './project.entity.js';

/** A picture of the results page. */
@Entity('project_picture')
@Unique('uq_project_picture_file_id', ['fileId'])
@Index('ix_project_picture_project_id', ['projectId'])
export class ProjectPictureEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_project_picture' })
  id: string;

  @Column('uuid')
  @ForeignKey(() => ProjectEntity)
  projectId: string;

  @Column('uuid')
  fileId: string;

  @Column('text')
  alt: string;

  @Column('text')
  language: string;

  @Column('uuid')
  addedBy: string;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  createdAt: Date;
}
