import { Injectable } from '@nestjs/common';
import type { Database, Reads, Transaction } from '#libs/platform/database';
import type { Promised } from '../domain/market-terms.js';
import { keyOf, type MatchSide, type SubjectRef } from '../domain/match.js';

export interface MatchRun {
  readonly subjectVersion: number;
  readonly startedAt: Date;
  readonly finishedAt: Date;
}

export interface FinishedRun {
  readonly runId: string;
  readonly subject: MatchSide;
  readonly subjectVersion: number;
  readonly listed: number;
  /** See `MatchRunEntity.floors`. */
  readonly floors: readonly number[];
  readonly promised: readonly Promised[];
  readonly specVersion: string;
  readonly vocabularyVersion: string;
  /** RFC 3339, by the clock of the database. */
  readonly startedAt: string;
}

/** What is known of a list besides its entries. */
export interface ListHead {
  /** See `MatchRunEntity.floors`. */
  readonly floors: readonly number[];
  readonly promised: readonly Promised[];
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

  /** The end of the pause of `window` milliseconds that began with the subject's last run; undefined when it is over. */
  async pausedUntil(reads: Reads, { type, id }: SubjectRef, window: number): Promise<Date | undefined> {
    return (await reads.row<{ until: Date }>(PAUSED_UNTIL, [type, id, window]))?.until;
  }

  /** When any subject of an organization was last compared. */
  async lastOf(reads: Reads, organizationId: string): Promise<Date | null> {
    const row = await reads.row<{ finishedAt: Date | null }>(LAST, [organizationId]);
    return row?.finishedAt ?? null;
  }

  /** Holds the rows of subjects until the transaction is over, in one order for all, so that no two wait for each other. */
  async hold(tx: Transaction, subjects: readonly SubjectRef[]): Promise<void> {
    await tx.execute(HOLD, [subjects.map(({ type }) => type), subjects.map(({ id }) => id)]);
  }

  /**
   * Notes runs as the last ones of their subjects and holds the rows, so that runs of one subject write one after the
   * other. Answers by {@link keyOf} how many there have been; a subject of which a run that knew more has finished
   * already is left out.
   */
  async finishAll(tx: Transaction, runs: readonly FinishedRun[]): Promise<Map<string, number>> {
    const rows = runs.map(({ subject, ...run }) => ({
      subject_type: subject.type,
      subject_id: subject.id,
      organization_id: subject.organizationId,
      run_id: run.runId,
      subject_version: run.subjectVersion,
      listed: run.listed,
      floors: run.floors,
      ...promisesIn(run.promised),
      spec_version: run.specVersion,
      vocabulary_version: run.vocabularyVersion,
      started_at: run.startedAt,
    }));
    const counted = await tx.rows<SubjectRef & { runs: number }>(FINISH_ALL, [JSON.stringify(rows)]);
    return new Map(counted.map((row) => [keyOf(row), row.runs]));
  }

  /** Of every list as it was drawn last, by the id of its subject. */
  async heads(reads: Reads): Promise<Map<string, ListHead>> {
    const rows = await reads.rows<HeadRow>(HEADS);
    return new Map(
      rows.map(({ id, floors, to, looks, answers }) => [
        id,
        {
          floors,
          promised: to.map((organizationId, at) => {
            return { organizationId, looks: looks[at] ?? 0, answers: answers[at] ?? 0 };
          }),
        },
      ]),
    );
  }

  /** Heads of lists that changed because others did. */
  async saveHeads(tx: Transaction, changed: readonly (SubjectRef & ListHead)[]): Promise<void> {
    if (changed.length === 0) return;
    const rows = changed.map(({ promised, ...head }) => ({ ...head, ...promisesIn(promised) }));
    await tx.execute(SAVE_HEADS, [JSON.stringify(rows)]);
  }

  /**
   * Takes runs of which open sockets were not told yet; no two callers get the same one. Answers everybody whom
   * it concerns: the subject itself, and the other sides of pairs that are new.
   */
  async takeUnpushed(database: Database): Promise<MatchSide[]> {
    return database.rows<MatchSide>(TAKE_UNPUSHED);
  }
}

interface HeadRow {
  readonly id: string;
  readonly floors: number[];
  readonly to: string[];
  readonly looks: number[];
  readonly answers: number[];
}

function promisesIn(promised: readonly Promised[]): object {
  return {
    promised_to: promised.map(({ organizationId }) => organizationId),
    promised_looks: promised.map(({ looks }) => looks),
    promised_answers: promised.map(({ answers }) => answers),
  };
}

const CLOCK = `select to_json(clock_timestamp()) #>> '{}' as now`;

const FIND = `
  select subject_version as "subjectVersion", started_at as "startedAt", finished_at as "finishedAt" from match_run
  where subject_type = $1 and subject_id = $2`;

const PAUSED_UNTIL = `
  select until from match_run,
    lateral (select started_at + $3 * interval '1 millisecond' as until) pause
  where subject_type = $1 and subject_id = $2 and until > clock_timestamp()`;

const LAST = `select max(finished_at) as "finishedAt" from match_run where organization_id = $1`;

const HOLD = `
  select from match_run where (subject_type, subject_id) in (select * from unnest($1::text[], $2::uuid[]))
  order by subject_type, subject_id for update`;

const UNLESS_KNOWN_BETTER = `
  on conflict (subject_type, subject_id) do update
  set run_id = excluded.run_id, runs = r.runs + 1, subject_version = excluded.subject_version,
    listed = excluded.listed, floors = excluded.floors, spec_version = excluded.spec_version,
    vocabulary_version = excluded.vocabulary_version, started_at = excluded.started_at, finished_at = now(),
    promised_to = excluded.promised_to, promised_looks = excluded.promised_looks,
    promised_answers = excluded.promised_answers
  where r.subject_version <= excluded.subject_version and r.started_at <= excluded.started_at`;

const FINISH_ALL = `
  insert into match_run as r (subject_type, subject_id, organization_id, run_id, subject_version, listed,
    spec_version, vocabulary_version, started_at, floors, promised_to, promised_looks, promised_answers)
  select subject_type, subject_id, organization_id, run_id, subject_version, listed, spec_version,
    vocabulary_version, started_at, floors, promised_to, promised_looks, promised_answers
  from jsonb_to_recordset($1::jsonb) as n (
    subject_type text, subject_id uuid, organization_id uuid, run_id uuid, subject_version int, listed int,
    spec_version text, vocabulary_version text, started_at timestamptz, floors double precision[],
    promised_to uuid[], promised_looks double precision[], promised_answers double precision[])
  order by subject_type, subject_id
  ${UNLESS_KNOWN_BETTER}
  returning r.subject_type as type, r.subject_id as id, r.runs`;

const HEADS = `
  select subject_id as id, floors, promised_to as "to", promised_looks as looks, promised_answers as answers
  from match_run`;

const SAVE_HEADS = `
  update match_run r
  set floors = n.floors, promised_to = n.promised_to, promised_looks = n.promised_looks,
    promised_answers = n.promised_answers
  from jsonb_to_recordset($1::jsonb) as n (type text, id uuid, floors double precision[], promised_to uuid[],
    promised_looks double precision[], promised_answers double precision[])
  where r.subject_type = n.type and r.subject_id = n.id`;

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
