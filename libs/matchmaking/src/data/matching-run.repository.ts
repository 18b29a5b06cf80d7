import { Injectable } from '@nestjs/common';
import { WrongState } from '#libs/kernel';
import type { Reads, Transaction } from '#libs/platform/database';
import type { SubjectRef } from '../domain/match.js';
import type { MatchingRun, MatchingShard } from '../domain/matching-run.js';

/** What a shard found. */
export interface ShardResult {
  readonly number: number;
  readonly hash: string;
  readonly listed: number;
  readonly entered: number;
  readonly failed: number;
  readonly lists: readonly (SubjectRef & {
    readonly counterparts: readonly string[];
    readonly scores: readonly number[];
    readonly moves: readonly string[];
    readonly floors: readonly number[];
  })[];
}

type RunPlace = readonly [startedAt: string, id: string];

/** SQL of runs over everybody, their shards and results. */
@Injectable()
export class MatchingRunRepository {
  async find(reads: Reads, id: string): Promise<MatchingRun | undefined> {
    return reads.row<MatchingRun>(`${SELECT} where r.id = $1`, [id]);
  }

  /** A row that is there: just written in this transaction. */
  async get(tx: Transaction, id: string): Promise<MatchingRun> {
    const run = await this.find(tx, id);
    if (!run) throw new Error('A run vanished inside its transaction.');
    return run;
  }

  async running(reads: Reads): Promise<MatchingRun | undefined> {
    return reads.row<MatchingRun>(`${SELECT} where r.state = 'running'`);
  }

  /** Newest first, after the place of the last one before. */
  async slice(reads: Reads, after: RunPlace | undefined, limit: number): Promise<MatchingRun[]> {
    return reads.rows<MatchingRun>(SLICE, [after?.[0] ?? null, after?.[1] ?? null, limit]);
  }

  /** The last finished runs whose lists are kept, newest first. */
  async lastFinished(reads: Reads, limit: number): Promise<MatchingRun[]> {
    return reads.rows<MatchingRun>(LAST_FINISHED, [limit]);
  }

  /**
   * Takes a finished run back.
   *
   * @throws WrongState 409 when it is not finished any more
   */
  async withdraw(tx: Transaction, run: MatchingRun): Promise<void> {
    if ((await tx.execute(WITHDRAW, [run.id])) > 0) return;
    throw new WrongState('matching-run', 'withdraw', (await this.get(tx, run.id)).state);
  }

  /** Runs begin one after the other: whoever has begun holds the others until `tx` ends. */
  async holdAll(tx: Transaction): Promise<void> {
    await tx.rows(`select pg_advisory_xact_lock(hashtextextended('matching_run', 0))`);
  }

  async insert(
    tx: Transaction,
    run: Pick<MatchingRun, 'id' | 'reason' | 'askedBy' | 'subjects' | 'specVersion' | 'vocabularyVersion'>,
    shards: readonly MatchingShard[],
  ): Promise<void> {
    const { id, reason, askedBy, subjects, specVersion, vocabularyVersion } = run;
    await tx.execute(INSERT, [id, reason, askedBy, subjects, shards.length, specVersion, vocabularyVersion]);
    await tx.execute(INSERT_SHARDS, [
      id,
      shards.map(({ number }) => number),
      shards.map((shard) => JSON.stringify(shard.subjects)),
    ]);
  }

  /** The first shard of a run that is not done. */
  async nextShard(reads: Reads, id: string): Promise<MatchingShard | undefined> {
    return reads.row<MatchingShard>(NEXT_SHARD, [id]);
  }

  /** Notes a shard as done with what it found; false when it was done before, or the run has ended. */
  async finishShard(tx: Transaction, runId: string, result: ShardResult): Promise<boolean> {
    const { number, hash, listed, entered, failed, lists } = result;
    if ((await tx.execute(COUNT_SHARD, [runId, listed, entered, failed])) === 0) return false;
    if ((await tx.execute(FINISH_SHARD, [runId, number, hash])) === 0) {
      throw new Error('A shard was done twice at once.');
    }
    await tx.execute(INSERT_RESULTS, [runId, JSON.stringify(lists)]);
    return true;
  }

  /**
   * Ends a run; a finished one has the hash of all its shards.
   *
   * @throws WrongState 409 when it has ended already
   */
  async end(tx: Transaction, run: MatchingRun, to: 'finished' | 'cancelled'): Promise<void> {
    if ((await tx.execute(END, [run.id, to])) > 0) return;
    const verb = to === 'finished' ? 'finish' : 'cancel';
    throw new WrongState('matching-run', verb, (await this.get(tx, run.id)).state);
  }

  /** Forgets the results and shards of all but the last finished runs. */
  async prune(tx: Transaction, kept: number): Promise<void> {
    await tx.execute(PRUNE_RESULTS, [kept]);
    await tx.execute(PRUNE_SHARDS, [kept]);
    await tx.execute(PRUNE_ACCOUNTS, [kept]);
  }
}

const SELECT = `
  select r.id, r.reason, r.state, r.asked_by as "askedBy", r.subjects, r.shards, r.shards_done as "shardsDone",
    r.listed, r.entered, r.failed, r.spec_version as "specVersion", r.vocabulary_version as "vocabularyVersion",
    r.result_hash as "resultHash", r.started_at as "startedAt", r.planned_at as "plannedAt",
    r.ended_at as "endedAt", r.updated_at as "movedAt", r.version
  from matching_run r`;

const SLICE = `${SELECT}
  where $1::timestamptz is null or (r.started_at, r.id) < ($1, $2::uuid)
  order by r.started_at desc, r.id desc limit $3`;

const LAST_FINISHED = `${SELECT}
  where r.state = 'finished' and r.planned_at is not null
    and exists (select from match_result t where t.run_id = r.id)
  order by r.started_at desc, r.id desc limit $1`;

const INSERT = `
  insert into matching_run (id, reason, asked_by, subjects, shards, spec_version, vocabulary_version)
  values ($1, $2, $3, $4, $5, $6, $7)`;

const INSERT_SHARDS = `
  insert into matching_shard (run_id, number, subjects)
  select $1::uuid, * from unnest($2::int[], $3::jsonb[])`;

const NEXT_SHARD = `
  select number, subjects from matching_shard
  where run_id = $1 and done_at is null order by number limit 1`;

const CHANGED = `version = version + 1, updated_at = now(), changed_xid = pg_current_xact_id()`;

/** Holds the row, so that cancelling waits for the shard and finds what it has done. */
const COUNT_SHARD = `
  update matching_run
  set shards_done = shards_done + 1, listed = listed + $2, entered = entered + $3, failed = failed + $4, ${CHANGED}
  where id = $1 and state = 'running'`;

const FINISH_SHARD = `
  update matching_shard set hash = $3, done_at = now()
  where run_id = $1 and number = $2 and done_at is null`;

/** What was planned stands already, and is only corrected. */
const INSERT_RESULTS = `
  insert into match_result as r (run_id, subject_type, subject_id, counterparts, scores, moves, floors)
  select $1::uuid, type, id, counterparts, scores, moves, floors
  from jsonb_to_recordset($2::jsonb) as n (type text, id uuid, counterparts text[], scores double precision[],
    moves text[], floors double precision[])
  on conflict (run_id, subject_type, subject_id) do update
  set counterparts = excluded.counterparts, scores = excluded.scores, moves = excluded.moves,
    floors = excluded.floors
  where row (r.counterparts, r.scores, r.moves)
    is distinct from row (excluded.counterparts, excluded.scores, excluded.moves)`;

const END = `
  update matching_run
  set state = $2, ended_at = now(), ${CHANGED},
    result_hash = case when $2 = 'finished' then
      (select encode(sha256(coalesce(string_agg(hash, '' order by number), '')::bytea), 'hex')
       from matching_shard where run_id = $1) end
  where id = $1 and state = 'running'`;

const WITHDRAW = `update matching_run set state = 'withdrawn', ${CHANGED} where id = $1 and state = 'finished'`;

const OUTLIVED = `
  run_id in (
    select id from matching_run where state <> 'running'
    except
    (select id from matching_run where state = 'finished' order by started_at desc limit $1))`;
const PRUNE_RESULTS = `delete from match_result where ${OUTLIVED}`;
const PRUNE_SHARDS = `delete from matching_shard where ${OUTLIVED}`;
const PRUNE_ACCOUNTS = `delete from matching_account where ${OUTLIVED}`;
