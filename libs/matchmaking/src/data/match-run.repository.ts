import { Injectable } from '@nestjs/common';
import type { Database, Reads, Transaction } from '#libs/platform/database';
import type { MatchSide, SubjectRef } from '../domain/match.js';

export interface MatchRun {
  readonly subjectVersion: number;
  readonly finishedAt: Date;
}

export interface FinishedRun {
  readonly runId: string;
  readonly subject: MatchSide;
  readonly subjectVersion: number;
  readonly listed: number;
  readonly specVersion: string;
  readonly vocabularyVersion: string;
  /** RFC 3339, by the clock of the database. */
  readonly startedAt: string;
}

/** SQL of runs: one row per subject, the last that finished. */
@Injectable()
export class MatchRunRepository {
  /** Now, by the clock that decides which of two runs knows better. */
  async clock(reads: Reads): Promise<string> {
    const row = await reads.row<{ now: string }>(CLOCK);
    return row?.now ?? '';
  }

  async find(reads: Reads, { type, id }: SubjectRef): Promise<MatchRun | undefined> {
    return reads.row<MatchRun>(FIND, [type, id]);
  }

  /** When any subject of an organization was last compared. */
  async lastOf(reads: Reads, organizationId: string): Promise<Date | null> {
    const row = await reads.row<{ finishedAt: Date | null }>(LAST, [organizationId]);
    return row?.finishedAt ?? null;
  }

  /**
   * Notes a run as the last one of its subject and holds the row, so that runs of one subject write one after
   * the other. Answers how many there have been; undefined when a run that knew more has finished already.
   */
  async finish(tx: Transaction, run: FinishedRun): Promise<number | undefined> {
    const row = await tx.row<{ runs: number }>(FINISH, [
      run.subject.type,
      run.subject.id,
      run.subject.organizationId,
      run.runId,
      run.subjectVersion,
      run.listed,
      run.specVersion,
      run.vocabularyVersion,
      run.startedAt,
    ]);
    return row?.runs;
  }

  /**
   * Takes runs of which open sockets were not told yet; no two callers get the same one. Answers everybody whom
   * it concerns: the subject itself, and the other sides of pairs that are new.
   */
  async takeUnpushed(database: Database): Promise<MatchSide[]> {
    return database.rows<MatchSide>(TAKE_UNPUSHED);
  }
}

const CLOCK = `select to_json(clock_timestamp()) #>> '{}' as now`;

const FIND = `
  select subject_version as "subjectVersion", finished_at as "finishedAt" from match_run
  where subject_type = $1 and subject_id = $2`;

const LAST = `select max(finished_at) as "finishedAt" from match_run where organization_id = $1`;

const FINISH = `
  insert into match_run as r (subject_type, subject_id, organization_id, run_id, subject_version, listed,
    spec_version, vocabulary_version, started_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
  on conflict (subject_type, subject_id) do update
  set run_id = excluded.run_id, runs = r.runs + 1, subject_version = excluded.subject_version,
    listed = excluded.listed, spec_version = excluded.spec_version,
    vocabulary_version = excluded.vocabulary_version, started_at = excluded.started_at, finished_at = now()
  where r.subject_version <= excluded.subject_version and r.started_at <= excluded.started_at
  returning r.runs`;

const TAKE_UNPUSHED = `
  with taken as (
    update match_run set pushed_runs = runs
    where (subject_type, subject_id) in (
      select subject_type, subject_id from match_run where pushed_runs < runs for update skip locked limit 100)
    returning subject_type as type, subject_id as id, organization_id, started_at
  )
  select type, id, organization_id as "organizationId" from taken
  union
  select m.right_type, m.right_id, m.right_organization_id
  from taken t join match m on m.left_type = t.type and m.left_id = t.id and m.created_at >= t.started_at
  union
  select m.left_type, m.left_id, m.left_organization_id
  from taken t join match m on m.right_type = t.type and m.right_id = t.id and m.created_at >= t.started_at`;
