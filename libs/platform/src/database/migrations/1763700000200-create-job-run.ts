import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * When the last successful run of a job about a subject began: later events that were committed before it
 * need no run of their own. And the clean-up of done events.
 */
export class CreateJobRun1763700000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table job_run (
        job text not null,
        subject text not null,
        started_at timestamptz not null,
        constraint pk_job_run primary key (job, subject)
      );
      create index ix_job_run_started_at on job_run (started_at);
      grant select, insert, update, delete on job_run to ttn_app;
      grant delete on outbox_event to ttn_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      revoke delete on outbox_event from ttn_app;
      drop table job_run;
    `);
  }
}
