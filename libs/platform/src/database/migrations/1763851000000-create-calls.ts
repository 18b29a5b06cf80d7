import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Calls for proposals: their terms in versions that never change, the times of their stages, and who follows them. */
export class CreateCalls1763851000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table call (
        id uuid constraint pk_call primary key,
        organization_id uuid not null constraint fk_call_organization_id references organization (id),
        created_by uuid not null,
        state text not null default 'draft',
        number int not null default 0,
        content jsonb not null,
        state_since timestamptz(3) not null default now(),
        published_at timestamptz(3),
        version int not null default 1,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now(),
        changed_xid xid8 not null default pg_current_xact_id(),
        constraint uq_call_organization_id_id unique (organization_id, id),
        constraint ck_call_state check (state in ('draft', 'published', 'open', 'closed', 'reviewing',
          'decided', 'archived')),
        constraint ck_call_published check ((published_at is null) = (number = 0)),
        constraint ck_call_draft check (state <> 'draft' or number = 0)
      );
      create index ix_call_state on call (state, id);
      grant select, insert, update on call to ttn_app;

      create table call_version (
        call_id uuid not null constraint fk_call_version_call_id references call (id),
        number int not null,
        content jsonb not null,
        changed_fields text[] not null default '{}',
        reason text,
        saved_by uuid not null,
        saved_at timestamptz(3) not null default now(),
        constraint pk_call_version primary key (call_id, number),
        constraint ck_call_version_number check (number >= 1)
      );
      create trigger call_version_is_frozen before update or delete on call_version
        for each row execute function refuse_change_of_frozen_row();
      grant select, insert on call_version to ttn_app;

      create table call_stage (
        call_id uuid not null constraint fk_call_stage_call_id references call (id),
        key text not null,
        opens_at timestamptz(3) not null,
        closes_at timestamptz(3) not null,
        constraint pk_call_stage primary key (call_id, key),
        constraint ck_call_stage_key check (key in ('concept', 'full')),
        constraint ck_call_stage_window check (closes_at > opens_at)
      );
      create index ix_call_stage_closes_at on call_stage (closes_at, call_id);
      grant select, insert, update, delete on call_stage to ttn_app;

      create table call_step (
        id uuid constraint pk_call_step primary key,
        call_id uuid not null constraint fk_call_step_call_id references call (id),
        verb text not null,
        from_state text not null,
        to_state text not null,
        stage text,
        reason text,
        actor_id uuid not null,
        actor_organization_id uuid,
        at timestamptz(3) not null default now()
      );
      create index ix_call_step_call_id_id on call_step (call_id, id);
      create trigger call_step_is_frozen before update or delete on call_step
        for each row execute function refuse_change_of_frozen_row();
      grant select, insert on call_step to ttn_app;

      create table call_follower (
        call_id uuid not null constraint fk_call_follower_call_id references call (id),
        organization_id uuid not null
          constraint fk_call_follower_organization_id references organization (id),
        is_concerned boolean not null default false,
        created_at timestamptz(3) not null default now(),
        constraint pk_call_follower primary key (call_id, organization_id)
      );
      create index ix_call_follower_organization_id on call_follower (organization_id);
      grant select, insert, update, delete on call_follower to ttn_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table call_follower, call_step, call_stage, call_version, call;`);
  }
}
