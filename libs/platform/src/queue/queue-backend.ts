import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import {
  type ConnectionOptions,
  createPostgresBackend,
  createRedisBackend,
  type IQueueBackend,
  type Processor,
  Queue,
  type QueueBaseOptions,
  Worker,
  type WorkerOptions,
} from 'bullmq';
import pg from 'pg';
import { TtnConfig } from '#libs/platform/config';
import { SteadyClient } from '#libs/platform/database';
import type { QueueName } from './define-job.js';
import type { JobData } from './job-data.js';

/** A queue of TTN, wherever it is kept. */
export type JobQueue = Queue<JobData, void, string, JobData, void, string, IQueueBackend>;
export type JobWorker = Worker<JobData, void, string, IQueueBackend>;
type BackendFactory = (
  name: string,
  options: QueueBaseOptions,
  use?: { blocking?: boolean; withBlockingConnection?: boolean },
) => IQueueBackend;

/** Connections of one worker per queue that LISTEN, beside those that carry statements. */
const LISTENING = 4;
const WORKING = 6;

/**
 * Where queues are kept: in PostgreSQL, or in Redis when `REDIS_URL` is set. Whichever it is, it is a cache
 * of the outbox and may be emptied at any time.
 */
@Injectable()
export class QueueBackend implements OnApplicationShutdown {
  private readonly logger = new Logger(QueueBackend.name);
  private pool: pg.Pool | undefined;

  constructor(private readonly config: TtnConfig) {}

  get kind(): 'redis' | 'postgres' {
    return this.config.REDIS_URL ? 'redis' : 'postgres';
  }

  /** A queue to add to. In Redis its commands fail after seconds instead of waiting for Redis forever. */
  openQueue(name: QueueName): JobQueue {
    const queue: JobQueue = new Queue(
      name,
      { connection: this.connection({ maxRetriesPerRequest: 2, commandTimeout: 5_000 }) },
      this.factory(),
    );
    queue.on('error', this.report(name));
    return queue;
  }

  /** A worker that waits for `run()`. */
  openWorker(
    name: QueueName,
    processor: Processor<JobData, void>,
    options: Omit<WorkerOptions, 'connection'>,
  ): JobWorker {
    const worker: JobWorker = new Worker(
      name,
      processor,
      { ...options, autorun: false, connection: this.connection({ maxRetriesPerRequest: null }) },
      this.factory(),
    );
    worker.on('error', this.report(name));
    return worker;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool?.end();
  }

  private factory(): BackendFactory {
    return this.kind === 'redis' ? createRedisBackend : (createPostgresBackend as BackendFactory);
  }

  private connection(redis: {
    maxRetriesPerRequest: number | null;
    commandTimeout?: number;
  }): ConnectionOptions {
    if (!this.config.REDIS_URL) return (this.pool ??= this.openPool());
    return { ...redisAddress(this.config.REDIS_URL), ...redis };
  }

  /**
   * One pool for all queues and workers of the process. `synchronous_commit=off` is safe here and only
   * here: what a crash takes from the queue, the reconciler puts back from the outbox.
   */
  private openPool(): pg.Pool {
    const pool = new pg.Pool({
      Client: SteadyClient,
      connectionString: this.config.DATABASE_URL,
      max: LISTENING + WORKING,
      application_name: 'ttn-queue',
      keepAlive: true,
      // Its work may wait. A process that starts on a busy machine reads nothing for seconds, and would end for it.
      connectionTimeoutMillis: 30_000,
      options: '-c role=ttn_app -c search_path=bullmq -c synchronous_commit=off -c statement_timeout=30s',
    });
    pool.setMaxListeners(0);
    pool.on('error', (error) => {
      this.logger.warn(`Queue connection: ${error.message}`);
    });
    return pool;
  }

  private report(name: QueueName) {
    return (error: Error): void => {
      this.logger.warn(`Queue ${name}: ${error.message}`);
    };
  }
}

function redisAddress(url: string): ConnectionOptions {
  const { protocol, hostname, port, username, password, pathname } = new URL(url);
  return {
    host: hostname,
    port: Number(port || 6379),
    ...(username ? { username: decodeURIComponent(username) } : {}),
    ...(password ? { password: decodeURIComponent(password) } : {}),
    ...(pathname.length > 1 ? { db: Number(pathname.slice(1)) } : {}),
    ...(protocol === 'rediss:' ? { tls: {} } : {}),
  };
}
