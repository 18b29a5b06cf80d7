import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** When an organization last said that it takes part. In the migration alone: `changed_xid`. */
@Entity('participation')
@Index('ix_participation_due_at', ['dueAt', 'organizationId'], { where: 'due_at is not null' })
export class ParticipationEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_participation' })
  @ForeignKey('organization')
  organizationId: string;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  confirmedAt: Date;

  @Column('uuid', { nullable: true })
  confirmedBy: string | null;

  @Column({ type: 'timestamp with time zone', precision: 3, nullable: true })
  lapsedAt: Date | null;

  @Column({ type: 'timestamp with time zone', precision: 3, nullable: true })
  dueAt: Date | null;

  @Column('int', { default: 1 })
  version: number;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  updatedAt: Date;
}
