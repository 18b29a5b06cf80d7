import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Database } from '#libs/platform/database';
import { QUEUE_NAMES } from './define-job.js';
import { QueueBackend } from './queue-backend.js';
import { WakeLoop } from './wake-loop.js';
import { MAX_STALLS, WorkerSettings } from './worker-settings.js';

/**
 * In PostgreSQL BullMQ writes locks by the clock of the worker. One whose clock is ahead leaves locks, when it dies,
 * that last as long as its error, and the mark of its last look after stalled jobs keeps others from looking. Both are
 * cut to what they may be by the clock of the database. One whose clock is behind writes locks that have ended, though
 * it lives and renews them: they are given their time. It also takes the locks of others for fresh,
 * and the look of a worker after stalled jobs may hang in a connection that broke: by the same clock, every worker looks
 * after the jobs of all. Redis ends locks by its own clock.
 */
@Injectable()
export class LockGuard implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(LockGuard.name);
  /** The end of each lock at the last look, by queue and job; the first look has nothing to compare with. */
  private seen: ReadonlyMap<string, string> | undefined;
  private readonly loop = new WakeLoop(
    async () => {
      await this.cut();
      const seen = this.seen;
      this.seen = await this.look(seen);
      if (seen) await this.takeBack();
      return this.pace;
    },
    (error) => {
      this.logger.warn({ msg: 'Locks of jobs could not be looked after', err: error });
    },
  );

  constructor(
    private readonly database: Database,
    private readonly backend: QueueBackend,
    private readonly settings: WorkerSettings,
  ) {}

  /** A job whose lock ended is given to another within a quarter of a lock. */
  private get pace(): number {
    return Math.round(this.settings.lockDuration / 4);
  }

  /** Whoever lives renews after half a lock: a whole one would only be the longer wait for the jobs of the dead. */
  private get untilRenewed(): number {
    return Math.round((this.settings.lockDuration * 2) / 3);
  }

  onApplicationBootstrap(): void {
    if (this.backend.kind === 'postgres') this.loop.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.loop.stop();
  }

  /** A worker that lives renews what was cut, long before it ends. */
  async cut(): Promise<void> {
    const { lockDuration } = this.settings;
    const jobs = await this.database.execute(CUT_LOCKS, [lockDuration]);
    await this.database.execute(CUT_MARKS, [lockDuration]);
    if (jobs > 0) this.logger.warn({ msg: 'The clock of a worker is ahead of the database', jobs });
  }

  /**
   * Answers the end of each lock. One that was renewed since the last look gets the time until its next renewal by the
   * clock of the database: whoever renewed it lives, though its clock may be behind.
   */
  private async look(before: ReadonlyMap<string, string> | undefined): Promise<ReadonlyMap<string, string>> {
    const locks = await this.database.rows<Lock>(LOCKS);
    const seen = new Map(locks.map(({ key, until }) => [key, until]));
    const renewed = before ? locks.filter(({ key, ended, until }) => ended && before.get(key) !== until) : [];
    if (renewed.length === 0) return seen;
    const given = await this.database.rows<Lock>(KEEP, [
      renewed.map(({ key }) => key),
      renewed.map(({ until }) => until),
      this.untilRenewed,
    ]);
    for (const { key, until } of given) seen.set(key, until);
    return seen;
  }

  /** Jobs whose lock has ended wait again. */
  async takeBack(): Promise<void> {
    for (const queue of QUEUE_NAMES) {
      const jobs = await this.database.rows<{ id: string }>(TAKE_BACK, [queue, MAX_STALLS, this.pace]);
      if (jobs.length > 0)
        this.logger.warn({ msg: 'Jobs were taken back from a worker that fell silent', queue, jobs });
    }
  }
}

const NOW = `(extract(epoch from clock_timestamp()) * 1000)::bigint`;

interface Lock {
  readonly key: string;
  readonly until: string;
  readonly ended: boolean;
}

const LOCKS = `
  select queue || ' ' || id as key, locked_until_ms::text as until, locked_until_ms < ${NOW} as ended
  from bullmq.job where state = 'active' and locked_until_ms is not null`;

const KEEP = `
  update bullmq.job set locked_until_ms = ${NOW} + $3::bigint
  from unnest($1::text[], $2::text[]) as renewed (key, until)
  where queue || ' ' || id = key and state = 'active' and locked_until_ms = until::bigint
  returning key, locked_until_ms::text as until`;

const CUT_LOCKS = `
  update bullmq.job set locked_until_ms = ${NOW} + $1::bigint
  where state = 'active' and locked_until_ms > ${NOW} + 2 * $1::bigint`;

const CUT_MARKS = `
  update bullmq.meta set value = ${NOW}::text
  where field = 'stalled-check' and value::bigint > ${NOW} + $1::bigint`;

const TAKE_BACK = `select bullmq.move_stalled_jobs_to_wait($1, $2, ${NOW}, $3::bigint) as id`;
