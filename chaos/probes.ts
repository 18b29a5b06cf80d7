import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '#libs/platform/database';
import { checkJobs, type JobVerdict } from './checker/check-jobs.js';
import type { DatabaseServer } from './database-server.js';

const EVERY_MS = 150;
const POLL_MS = 100;

interface Line {
  readonly id: string;
  readonly worker: number;
  /** Milliseconds since 1970 by the clock of the machine. */
  readonly at: number;
}

/** Events written one after the other into the outbox, as a verb would, and what became of their jobs. */
export class Probes {
  private readonly asked: string[] = [];
  private running = true;
  private readonly writing: Promise<void>;

  constructor(private readonly database: DatabaseServer) {
    this.writing = this.write();
    // Heard of when it is stopped.
    this.writing.catch(() => undefined);
  }

  async stop(): Promise<void> {
    this.running = false;
    await this.writing;
  }

  /**
   * How long it took until the jobs that a worker left half done were begun again: the slowest of them, in
   * milliseconds after its end. Undefined when it had none; null when one was not begun within the limit.
   */
  async againAfter(worker: number, endedAt: number, limitMs: number): Promise<number | null | undefined> {
    const left = await this.database.query<{ id: string }>(LEFT_BY, [worker, endedAt]);
    if (left.length === 0) return undefined;
    const ids = left.map(({ id }) => id);
    for (; Date.now() < endedAt + limitMs; await pause(POLL_MS)) {
      const again = await this.begun(ids, endedAt);
      if (ids.every((id) => again.has(id))) return Math.round(Math.max(...again.values()) - endedAt);
    }
    return null;
  }

  /** What the queue knows of jobs that were not done, and what the log says of their events. */
  async fates(): Promise<object[]> {
    return this.database.query(FATES, [this.asked]);
  }

  /** Waits until every job is done, or the time is over, and judges. */
  async verdict(limitMs: number): Promise<{ asked: number; deliveries: number; verdict: JobVerdict }> {
    let done: Line[] = [];
    for (const until = Date.now() + limitMs; Date.now() < until; await pause(POLL_MS)) {
      done = await this.lines('chaos_effect');
      if (done.length >= this.asked.length) break;
    }
    const begun = await this.lines('chaos_start');
    const ids = (lines: readonly Line[]): string[] => lines.map(({ id }) => id);
    const history = { asked: this.asked, begun: ids(begun), done: ids(done) };
    return { asked: this.asked.length, deliveries: begun.length, verdict: checkJobs(history) };
  }

  /** The first beginning of each job after a moment. */
  private async begun(ids: readonly string[], after: number): Promise<Map<string, number>> {
    const lines = await this.lines('chaos_start');
    const first = new Map<string, number>();
    for (const { id, at } of lines) {
      if (at > after && ids.includes(id) && at < (first.get(id) ?? Infinity)) first.set(id, at);
    }
    return first;
  }

  private lines(table: 'chaos_start' | 'chaos_effect'): Promise<Line[]> {
    return this.database.query<Line>(
      `select event_id as id, worker, extract(epoch from at)::float8 * 1000 as at from ${table}`,
    );
  }

  private async write(): Promise<void> {
    while (this.running) {
      const id = newId();
      // Counted before it is written: what could not be confirmed is written once more, and stands there once.
      this.asked.push(id);
      await this.database.query(OUTBOX_EVENT, [id]);
      await pause(EVERY_MS);
    }
  }
}

const OUTBOX_EVENT = `
  insert into outbox_event (id, type, aggregate_type, aggregate_id, aggregate_seq, actor_id, request_id, payload)
  values ($1, 'profile.changed', 'profile', $1, 1, $1, 'chaos', '{}') on conflict (id) do nothing`;

/** What another worker had begun again before is not of these: after PostgreSQL had failed both, say. */
const LEFT_BY = `
  select last.event_id as id from (
    select distinct on (event_id) event_id, worker from chaos_start
    where at <= to_timestamp($2::float8 / 1000) order by event_id, at desc) as last
  where last.worker = $1 and not exists (
    select 1 from chaos_effect e where e.event_id = last.event_id and e.at <= to_timestamp($2::float8 / 1000))`;

const FATES = `
  select e.id, e.occurred_at, e.relayed_at, e.done_at, clock_timestamp() as now, to_jsonb(j) - 'data' - 'opts' as job
  from outbox_event e left join bullmq.job j on to_jsonb(j) ->> 'id' like '%' || e.id
  where e.id = any($1::uuid[]) and not exists (select from chaos_effect c where c.event_id = e.id)`;
