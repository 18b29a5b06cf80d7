import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Opportunities: what organizations look for. */
export class CreateOpportunities1763700004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table opportunity (
        id uuid constraint pk_opportunity primary key,
        organization_id uuid not null
          constraint fk_opportunity_organization_id references organization (id),
        created_by uuid not null,
        state text not null default 'draft',
        language text not null,
        title text not null,
        text text,
        collaboration text[] not null default '{}',
        themes text[] not null default '{}',
        markets text[] not null default '{}',
        required_languages text[] not null default '{}',
        required_certifications text[] not null default '{}',
        required_months smallint[] not null default '{}',
        capacity_min int,
        capacity_max int,
        deadline date,
        period_from date,
        period_to date,
        listed_at timestamptz(3) not null default now(),
        version int not null default 1,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now(),
        changed_xid xid8 not null default pg_current_xact_id(),
        constraint uq_opportunity_organization_id_id unique (organization_id, id),
        constraint ck_opportunity_state check (state in ('draft', 'published', 'closed')),
        constraint ck_opportunity_title check (char_length(title) between 1 and 200),
        constraint ck_opportunity_capacity
          check (capacity_min >= 1 and capacity_max >= 1 and capacity_min <= capacity_max),
        constraint ck_opportunity_period
          check ((period_from is null) = (period_to is null) and period_from <= period_to)
      );
      create index ix_opportunity_listed_at_id on opportunity (listed_at, id) where state = 'published';
      grant select, insert, update on opportunity to ttn_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table opportunity');
  }
}
