import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Consulting requests: what organizations ask experts. */
export class CreateConsulting1763700006000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table consulting_request (
        id uuid constraint pk_consulting_request primary key,
        organization_id uuid not null
          constraint fk_consulting_request_organization_id references organization (id),
        created_by uuid not null,
        state text not null default 'draft',
        language text not null,
        title text not null,
        text text,
        areas text[] not null default '{}',
        working_languages text[] not null default '{}',
        mode text,
        budget_minor bigint,
        budget_currency char(3),
        deadline date,
        confidential boolean not null default false,
        submitted_at timestamptz(3),
        version int not null default 1,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now(),
        changed_xid xid8 not null default pg_current_xact_id(),
        constraint uq_consulting_request_organization_id_id unique (organization_id, id),
        constraint ck_consulting_request_state check (state in ('draft', 'submitted')),
        constraint ck_consulting_request_title check (char_length(title) between 1 and 200),
        constraint ck_consulting_request_mode check (mode in ('onsite', 'remote', 'either')),
        constraint ck_consulting_request_budget
          check ((budget_minor is null) = (budget_currency is null) and budget_minor >= 0)
      );
      grant select, insert, update on consulting_request to ttn_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table consulting_request');
  }
}
