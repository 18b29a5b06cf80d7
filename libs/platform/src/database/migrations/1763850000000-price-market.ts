import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What lists promise whom they show: the terms and accounts of each run, and the promises of each list as it stands.
 * A run plans all lists before it writes the first, and can be taken back.
 */
export class PriceMarket1763850000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}

const UP = `
  alter table matching_run
    add column planned_at timestamptz(3),
    add column horizon text,
    add column terms jsonb,
    drop constraint ck_matching_run_state,
    add constraint ck_matching_run_state check (state in ('running', 'finished', 'cancelled', 'withdrawn')),
    drop constraint ck_matching_run_reason,
    add constraint ck_matching_run_reason
      check (reason in ('nightly', 'asked', 'vocabulary', 'weights', 'rollback')),
    drop constraint ck_matching_run_result_hash,
    add constraint ck_matching_run_result_hash
      check ((state in ('finished', 'withdrawn')) = (result_hash is not null));

  create table matching_account (
    run_id uuid not null constraint fk_matching_account_run_id references matching_run (id),
    organization_id uuid not null
      constraint fk_matching_account_organization_id references organization (id),
    capacity double precision not null,
    looks double precision not null,
    answers double precision not null,
    price double precision not null,
    constraint pk_matching_account primary key (run_id, organization_id)
  );
  grant select, insert, delete on matching_account to ttn_app;

  alter table match_result
    add column floors double precision[] not null default '{}',
    add column moves text[] not null default '{}';
  grant update on match_result to ttn_app;

  alter table match_run
    add column promised_to uuid[] not null default '{}',
    add column promised_looks double precision[] not null default '{}',
    add column promised_answers double precision[] not null default '{}';

  alter table match
    add column left_move text,
    add column right_move text;

  alter table matching_input add column used_at timestamptz(3) not null default now();
  grant update, delete on matching_input to ttn_app;
  grant delete on match_impression to ttn_app;
  create index ix_match_impression_last_shown_at on match_impression (last_shown_at);
`;

const DOWN = `
  drop index ix_match_impression_last_shown_at;
  revoke delete on match_impression from ttn_app;
  revoke update, delete on matching_input from ttn_app;
  alter table matching_input drop column used_at;
  alter table match drop column left_move, drop column right_move;
  alter table match_run drop column promised_to, drop column promised_looks, drop column promised_answers;
  revoke update on match_result from ttn_app;
  alter table match_result drop column floors, drop column moves;
  drop table matching_account;
  alter table matching_run
    drop constraint ck_matching_run_reason,
    add constraint ck_matching_run_reason check (reason in ('nightly', 'asked', 'vocabulary', 'weights')),
    drop constraint ck_matching_run_result_hash,
    add constraint ck_matching_run_result_hash check ((state = 'finished') = (result_hash is not null)),
    drop constraint ck_matching_run_state,
    add constraint ck_matching_run_state check (state in ('running', 'finished', 'cancelled')),
    drop column planned_at, drop column horizon, drop column terms;
`;
