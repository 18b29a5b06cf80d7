import { Injectable, Logger } from '@nestjs/common';
import pg from 'pg';
import { TtnConfig } from '#libs/platform/config';
import type { QueueName } from './define-job.js';
import { WakeLoop } from './wake-loop.js';

/** Queues whose jobs one process of the installation runs, because it keeps in memory what they need. */
export const OWNED_QUEUES: readonly QueueName[] = ['matching'];

/** How often a process that waits asks again. */
const ASK_EVERY = 1_000;

export interface LeaseHolder {
  /** From now on its jobs are this process's. */
  readonly gained: () => void;
  /** The connection is gone: another process may have them already. */
  readonly lost: () => void;
}

/**
 * Who runs the jobs of an owned queue. The lease is an advisory lock on a connection of its own: it ends with the
 * process or its connection, and whoever waits has it within about a second. A process that has lost it unnoticed
 * does no harm for the moment it takes: what it writes gives way to whoever began later.
 */
@Injectable()
export class QueueLease {
  private readonly logger = new Logger(QueueLease.name);
  private readonly loops: WakeLoop[] = [];
  private readonly clients = new Map<QueueName, pg.Client>();

  constructor(private readonly config: TtnConfig) {}

  /** Waits for the lease of `queue`, and again whenever it is lost. */
  hold(queue: QueueName, holder: LeaseHolder): void {
    const loop = new WakeLoop(
      async () => {
        if (!this.clients.has(queue)) await this.ask(queue, holder, loop);
        return ASK_EVERY;
      },
      (error) => {
        this.logger.warn({ msg: 'The lease of a queue could not be asked for', queue, err: error });
      },
    );
    this.loops.push(loop);
    loop.start();
  }

  /** Gives all leases back: another process may go on. */
  async release(): Promise<void> {
    await Promise.all(this.loops.map((loop) => loop.stop()));
    const clients = [...this.clients.values()];
    this.clients.clear();
    await Promise.all(clients.map((client) => client.end().catch(() => undefined)));
  }

  private async ask(queue: QueueName, holder: LeaseHolder, loop: WakeLoop): Promise<void> {
    const client = new pg.Client({
      connectionString: this.config.DATABASE_URL,
      application_name: `ttn-lease-${queue}`,
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
      options: '-c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3',
    });
    client.on('error', (error) => {
      this.logger.warn(`Lease of the queue ${queue}: ${error.message}`);
    });
    try {
      await client.connect();
      const { rows } = await client.query<{ held: boolean }>(TRY, [queue]);
      if (!rows[0]?.held) {
        await client.end();
        return;
      }
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
    this.clients.set(queue, client);
    client.on('end', () => {
      if (this.clients.get(queue) !== client) return;
      this.clients.delete(queue);
      holder.lost();
      loop.wake();
    });
    this.logger.log(`This process runs the jobs of the queue ${queue}.`);
    holder.gained();
  }
}

const TRY = `select pg_try_advisory_lock(hashtextextended('queue ' || $1, 0)) as held`;
