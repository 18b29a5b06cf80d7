import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ProjectEntity } from './project.entity.js';

/** A line of the budget, as it was handed in. */
@Entity('project_budget_line')
@Index('ix_project_budget_line_project_id', ['projectId'])
@Index('ix_project_budget_line_organization_id', ['organizationId'])
@Check('ck_project_budget_line_amount', `amount_minor >= 0`)
export class ProjectBudgetLineEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_project_budget_line' })
  id: string;

  @Column('uuid')
  @ForeignKey(() => ProjectEntity)
  projectId: string;

  @Column('uuid')
  @ForeignKey('organization')
  organizationId: string;

  @Column('int')
  position: number;

  @Column('text')
  title: string;

  @Column('bigint')
  amountMinor: string;
}
