import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ProjectEntity } from './project.entity.js';

/** What one partner says of another; sealed until all are in or fourteen days of closing are over. */
@Entity('project_rating')
@Index('ix_project_rating_about_organization_id', ['aboutOrganizationId'])
@Index('ix_project_rating_by_organization_id', ['byOrganizationId'])
@Check('ck_project_rating_cooperation', `cooperation between 1 and 5`)
export class ProjectRatingEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_project_rating' })
  @ForeignKey(() => ProjectEntity)
  projectId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_project_rating' })
  @ForeignKey('organization')
  byOrganizationId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_project_rating' })
  @ForeignKey('organization')
  aboutOrganizationId: string;

  @Column('int')
  cooperation: number;

  @Column('boolean')
  wouldAgain: boolean;

  @Column('text', { nullable: true })
  words: string | null;

  @Column('text', { nullable: true })
  language: string | null;

  @Column('uuid')
  personId: string;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  createdAt: Date;
}
