import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What answers have taught of one organization. In the migration alone: `changed_xid`, of a type TypeORM does not know. */
@Entity('organization_learning')
export class OrganizationLearningEntity {
  @PrimaryColumn('uuid')
  @ForeignKey('organization')
  organizationId: string;

  @Column('jsonb', { default: {} })
  corrections: object;

  @Column('int', { default: 0 })
  answers: number;

  @Column('timestamp with time zone', { precision: 3, nullable: true })
  learnedAt: Date | null;

  /** Answers from before it teach nothing any more. */
  @Column('timestamp with time zone', { precision: 3, nullable: true })
  resetAt: Date | null;

  @Column('int', { default: 1 })
  version: number;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  updatedAt: Date;
}
