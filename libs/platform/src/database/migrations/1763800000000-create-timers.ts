import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is to happen later; and the states of organizations that wait for admission or have left. */
export class CreateTimers1763800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table timer (
        id uuid constraint pk_timer primary key,
        key text not null,
        job text not null,
        payload jsonb not null,
        due_at timestamptz(3) not null,
        request_id text not null,
        started_at timestamptz(3),
        constraint uq_timer_key unique (key)
      );
      create index ix_timer_due_at on timer (due_at);
      create function timer_announce() returns trigger language plpgsql as $$
        begin
          perform pg_notify('timer', '');
          return null;
        end $$;
      create trigger timer_announce after insert or update of due_at on timer
        for each statement execute function timer_announce();
      grant select, insert, update, delete on timer to ttn_app;

      alter table organization drop constraint ck_organization_state;
      alter table organization add constraint ck_organization_state
        check (state in ('applicant', 'active', 'candidate', 'suspended', 'closed'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table organization drop constraint ck_organization_state;
      alter table organization add constraint ck_organization_state
        check (state in ('active', 'candidate', 'suspended'));
      drop table timer;
      drop function timer_announce();
    `);
  }
}
