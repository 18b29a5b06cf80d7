import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The life of an opportunity: more states, an end, its story and what others could read of it when. */
export class OpportunityLives1763841000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table opportunity
        add column state_since timestamptz(3) not null default now(),
        add column published_at timestamptz(3),
        add column life_ends_at timestamptz(3),
        add column renewed_at timestamptz(3),
        add column held_at timestamptz(3),
        add column look_asked_at timestamptz(3),
        add column close_reason text,
        add column filled_with_id uuid
          constraint fk_opportunity_filled_with_id references organization (id),
        add column outcome text,
        drop constraint ck_opportunity_state;
      update opportunity
      set state_since = updated_at,
        published_at = case when state = 'draft' then null else listed_at end,
        life_ends_at = case when state = 'draft' then null else listed_at + interval '180 days' end;
      alter table opportunity
        add constraint ck_opportunity_state
          check (state in ('draft', 'review', 'published', 'paused', 'filled', 'expired', 'closed')),
        add constraint ck_opportunity_held
          check (held_at is null or state in ('paused', 'expired', 'filled', 'closed')),
        add constraint ck_opportunity_life check ((published_at is null) = (life_ends_at is null));
      create index ix_opportunity_organization_id_state on opportunity (organization_id, state);

      create table opportunity_step (
        id uuid constraint pk_opportunity_step primary key,
        opportunity_id uuid not null
          constraint fk_opportunity_step_opportunity_id references opportunity (id),
        verb text not null,
        from_state text not null,
        to_state text not null,
        actor_id uuid not null,
        actor_organization_id uuid,
        code text,
        note text,
        language text,
        at timestamptz(3) not null default now()
      );
      create index ix_opportunity_step_opportunity_id_id on opportunity_step (opportunity_id, id);
      grant select, insert on opportunity_step to ttn_app;
      create trigger opportunity_step_is_frozen before update or delete on opportunity_step
        for each row execute function refuse_change_of_frozen_row();

      create table opportunity_version (
        opportunity_id uuid not null
          constraint fk_opportunity_version_opportunity_id references opportunity (id),
        version int not null,
        content jsonb not null,
        saved_by uuid not null,
        saved_at timestamptz(3) not null default now(),
        constraint pk_opportunity_version primary key (opportunity_id, version)
      );
      grant select, insert on opportunity_version to ttn_app;
      create trigger opportunity_version_is_frozen before update or delete on opportunity_version
        for each row execute function refuse_change_of_frozen_row();

      -- What is published already ends like all others: in its time.
      insert into timer (id, key, job, payload, due_at, request_id)
      select gen_random_uuid(), 'opportunity-expiry:' || id, 'expire-opportunity',
        jsonb_build_object('opportunityId', id),
        least(life_ends_at, (deadline + 1)::timestamp at time zone 'UTC'), 'migration'
      from opportunity where state = 'published';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from timer where key like 'opportunity-%';
      drop table opportunity_version, opportunity_step;
      drop index ix_opportunity_organization_id_state;
      alter table opportunity
        drop constraint ck_opportunity_state, drop constraint ck_opportunity_held,
        drop constraint ck_opportunity_life;
      update opportunity set state = case when published_at is null then 'draft'
        when state in ('published', 'paused') then 'published' else 'closed' end;
      alter table opportunity
        drop column state_since, drop column published_at, drop column life_ends_at, drop column renewed_at,
        drop column held_at, drop column look_asked_at, drop column close_reason, drop column filled_with_id,
        drop column outcome,
        add constraint ck_opportunity_state check (state in ('draft', 'published', 'closed'));
    `);
  }
}
