import { Inject, Injectable } from '@nestjs/common';
import type { EventEnvelope } from '#libs/contracts';
import { Database } from '#libs/platform/database';
import { defineJob, type JobContext, type JobHandler } from '#libs/platform/queue';

/** Long enough that a kill finds some of them half done. */
const TAKES_MS = 500;

/** Tables of the harness beside those of TTN: when a job began, and what it did. */
export const PROBE_TABLES = `
  create table chaos_start (event_id uuid not null, worker int not null, at timestamptz not null default clock_timestamp());
  create table chaos_effect (event_id uuid not null, worker int not null, at timestamptz not null default clock_timestamp());
  grant select, insert on chaos_start, chaos_effect to ttn_app`;

/** A job that notes each of its beginnings and, once, that it was done. */
@Injectable()
export class ProbeJob implements JobHandler<EventEnvelope> {
  readonly job = defineJob<EventEnvelope>({ name: 'chaos-probe', queue: 'default', on: ['profile.changed'] });

  constructor(@Inject(Database) private readonly database: Database) {}

  async perform({ id }: EventEnvelope, context: JobContext): Promise<void> {
    await this.database.execute('insert into chaos_start (event_id, worker) values ($1, $2)', [
      id,
      process.pid,
    ]);
    await new Promise((resolve) => setTimeout(resolve, TAKES_MS));
    await context.once(async (tx) => {
      await tx.execute('insert into chaos_effect (event_id, worker) values ($1, $2)', [id, process.pid]);
    });
  }
}
