import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Database } from '#libs/platform/database';
import { QueueBackend } from './queue-backend.js';
import { WakeLoop } from './wake-loop.js';
import { WorkerSettings } from './worker-settings.js';

/**
 * In PostgreSQL BullMQ writes locks by the clock of the worker. One whose clock is ahead leaves locks, when it dies,
 * that last as long as its error, and the mark of its last look after stalled jobs keeps others from looking. Both are
 * cut to what they may be by the clock of the database. Redis ends locks by its own clock.
 */
@Injectable()
export class LockGuard implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(LockGuard.name);
  private readonly loop = new WakeLoop(
    async () => {
      await this.cut();
      return this.settings.lockDuration;
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
}

const NOW = `(extract(epoch from clock_timestamp()) * 1000)::bigint`;

const CUT_LOCKS = `
  update bullmq.job set locked_until_ms = ${NOW} + $1::bigint
  where state = 'active' and locked_until_ms > ${NOW} + 2 * $1::bigint`;

const CUT_MARKS = `
  update bullmq.meta set value = ${NOW}::text
  where field = 'stalled-check' and value::bigint > ${NOW} + $1::bigint`;
