import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '#libs/platform/database';
import { Queues } from '#libs/platform/queue';
import { Metrics, Readiness } from '#libs/platform/telemetry';

/** What an operator watches of a worker: how late it is, and what it has given up. */
@Injectable()
export class JobMetrics implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly readiness: Readiness,
    private readonly database: Database,
    private readonly queues: Queues,
  ) {}

  onModuleInit(): void {
    this.metrics.gauge('ttn_outbox_oldest_seconds', 'Age of the oldest event not yet relayed.', async () => {
      const row = await this.database.row<{ seconds: number }>(OLDEST);
      return row?.seconds ?? 0;
    });
    this.metrics.gauge('ttn_jobs_waiting', 'Jobs that wait in all queues, also for their time.', async () => {
      return (await this.queues.counts()).waiting;
    });
    this.metrics.gauge('ttn_jobs_dead', 'Jobs that failed for good and wait for staff.', async () => {
      return (await this.queues.counts()).dead;
    });
    this.readiness.watch('queue', () => this.queues.counts());
  }
}

const OLDEST = `
  select coalesce(extract(epoch from clock_timestamp() - min(occurred_at)), 0)::float8 as seconds
  from outbox_event where relayed_at is null`;
