import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** The last finished run of one subject. In the migration alone: the trigger that announces it to API processes. */
@Entity('match_run')
@Index(['organizationId'])
@Index('ix_match_run_unpushed', ['subjectId'], { where: 'pushed_runs < runs' })
@Check(
  'ck_match_run_subject_type',
  `subject_type in ('proposal', 'opportunity', 'organization', 'consulting_request')`,
)
export class MatchRunEntity {
  @PrimaryColumn('text')
  subjectType: string;

  @PrimaryColumn('uuid')
  subjectId: string;

  @Column('uuid')
  @ForeignKey('organization')
  organizationId: string;

  @Column('uuid')
  runId: string;

  /** How many there have been. */
  @Column('int', { default: 1 })
  runs: number;

  /** The version of the subject that was compared. */
  @Column('int')
  subjectVersion: number;

  @Column('int')
  listed: number;

  /** For each pool of the subject's list the score somebody must reach to be considered; 0 while there is room. */
  @Column('double precision', { array: true, default: () => `'{}'` })
  floors: number[];

  /** Whom the list shows, and what it promises each of them, in expected numbers. */
  @Column('uuid', { array: true, default: () => `'{}'` })
  promisedTo: string[];

  @Column('double precision', { array: true, default: () => `'{}'` })
  promisedLooks: number[];

  @Column('double precision', { array: true, default: () => `'{}'` })
  promisedAnswers: number[];

  @Column('text')
  specVersion: string;

  @Column('text')
  vocabularyVersion: string;

  @Column('timestamp with time zone', { precision: 3 })
  startedAt: Date;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  finishedAt: Date;

  /** Up to which run open sockets were told. */
  @Column('int', { default: 0 })
  pushedRuns: number;
}
