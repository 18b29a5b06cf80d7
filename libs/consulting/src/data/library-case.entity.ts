import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** What was learnt, without names. */
@Entity('library_case')
@Unique('uq_library_case_source_engagement_id', ['sourceEngagementId'])
@Index('ix_library_case_tokens', { synchronize: false })
@Check('ck_library_case_state', `state in ('published', 'withdrawn')`)
export class LibraryCaseEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_library_case' })
  id: string;

  @Column('text', { array: true, default: () => `'{}'` })
  areas: string[];

  @Column('text')
  language: string;

  @Column('text')
  title: string;

  @Column('text')
  question: string;

  @Column('text')
  answer: string;

  /** Of whoever had asked. */
  @Column('char', { length: 2, nullable: true })
  country: string | null;

  @Column('uuid', { nullable: true })
  sourceEngagementId: string | null;

  @Column('text', { default: 'published' })
  state: string;

  /** Folded words and pieces of all it says. */
  @Column('text', { array: true, default: () => `'{}'` })
  tokens: string[];

  @Column('int', { default: 1 })
  version: number;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  updatedAt: Date;
}
