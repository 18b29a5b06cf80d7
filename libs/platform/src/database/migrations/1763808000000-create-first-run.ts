import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far newcomers came with telling who they are and what they want. */
export class CreateFirstRun1763808000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table first_run (
        person_id uuid constraint pk_first_run primary key
          constraint fk_first_run_person_id references person (id),
        step smallint not null default 1,
        answers jsonb not null default '{}',
        state text not null default 'open',
        version int not null default 1,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now(),
        changed_xid xid8 not null default pg_current_xact_id(),
        constraint ck_first_run_step check (step between 1 and 4),
        constraint ck_first_run_state check (state in ('open', 'finished')),
        constraint ck_first_run_answers check (state = 'open' or answers = '{}')
      );
      grant select, insert, update on first_run to ttn_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table first_run');
  }
}
