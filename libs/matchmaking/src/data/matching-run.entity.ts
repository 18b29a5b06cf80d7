import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One comparison of everybody with everybody. In the migration alone: `changed_xid`, of a type TypeORM does not know. */
@Entity('matching_run')
@Index('ix_matching_run_running', ['state'], { unique: true, where: `state = 'running'` })
@Index(['startedAt'])
@Check('ck_matching_run_reason', `reason in ('nightly', 'asked', 'vocabulary', 'weights', 'rollback')`)
@Check('ck_matching_run_state', `state in ('running', 'finished', 'cancelled', 'withdrawn')`)
@Check('ck_matching_run_ended_at', `(state = 'running') = (ended_at is null)`)
@Check('ck_matching_run_result_hash', `(state in ('finished', 'withdrawn')) = (result_hash is not null)`)
export class MatchingRunEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  reason: string;

  @Column('text', { default: 'running' })
  state: string;

  /** The administrator who asked for it. */
  @Column('uuid', { nullable: true })
  askedBy: string | null;

  @Column('int')
  subjects: number;

  @Column('int')
  shards: number;

  @Column('int', { default: 0 })
  shardsDone: number;

  /** Entries of all lists so far, those that are new, and subjects that could not be compared. */
  @Column('int', { default: 0 })
  listed: number;

  @Column('int', { default: 0 })
  entered: number;

  @Column('int', { default: 0 })
  failed: number;

  @Column('text')
  specVersion: string;

  @Column('text')
  vocabularyVersion: string;

  /** When all its lists were drawn up, and from which transaction on changes are not in them. */
  @Column('timestamp with time zone', { precision: 3, nullable: true })
  plannedAt: Date | null;

  @Column('text', { nullable: true })
  horizon: string | null;

  /** By what they were balanced. */
  @Column('jsonb', { nullable: true })
  terms: object | null;

  /** SHA-256 of the hashes of its shards, in their order. */
  @Column('text', { nullable: true })
  resultHash: string | null;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  startedAt: Date;

  @Column('timestamp with time zone', { precision: 3, nullable: true })
  endedAt: Date | null;

  @Column('int', { default: 1 })
  version: number;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  updatedAt: Date;
}
