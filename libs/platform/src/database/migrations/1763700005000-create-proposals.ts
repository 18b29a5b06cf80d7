import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Proposals and their frozen versions. */
export class CreateProposals1763700005000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table proposal (
        id uuid constraint pk_proposal primary key,
        organization_id uuid not null
          constraint fk_proposal_organization_id references organization (id),
        created_by uuid not null,
        state text not null default 'draft',
        language text not null,
        title text not null,
        summary text,
        partners_sought text,
        themes text[] not null default '{}',
        collaboration text[] not null default '{}',
        sdg_targets text[] not null default '{}',
        budget_minor bigint,
        budget_currency char(3),
        period_from date,
        period_to date,
        submissions int not null default 0,
        version int not null default 1,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now(),
        changed_xid xid8 not null default pg_current_xact_id(),
        constraint uq_proposal_organization_id_id unique (organization_id, id),
        constraint ck_proposal_state check (state in ('draft', 'submitted', 'withdrawn')),
        constraint ck_proposal_title check (char_length(title) between 1 and 200),
        constraint ck_proposal_budget
          check ((budget_minor is null) = (budget_currency is null) and budget_minor >= 0),
        constraint ck_proposal_period
          check ((period_from is null) = (period_to is null) and period_from <= period_to)
      );
      grant select, insert, update on proposal to ttn_app;

      create table proposal_version (
        id uuid constraint pk_proposal_version primary key,
        organization_id uuid not null,
        proposal_id uuid not null,
        number int not null,
        content jsonb not null,
        sha256 text not null,
        submitted_by uuid not null,
        submitted_at timestamptz(3) not null default now(),
        constraint uq_proposal_version_proposal_id_number unique (proposal_id, number),
        constraint ck_proposal_version_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
        constraint fk_proposal_version_organization_id_proposal_id
          foreign key (organization_id, proposal_id) references proposal (organization_id, id)
      );
      grant select, insert on proposal_version to ttn_app;

      create function refuse_change_of_frozen_row() returns trigger language plpgsql as $$
        begin
          raise exception 'rows of % are frozen', tg_table_name using errcode = 'restrict_violation';
        end $$;
      create trigger proposal_version_is_frozen before update or delete on proposal_version
        for each row execute function refuse_change_of_frozen_row();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table proposal_version, proposal;
      drop function refuse_change_of_frozen_row();
    `);
  }
}
