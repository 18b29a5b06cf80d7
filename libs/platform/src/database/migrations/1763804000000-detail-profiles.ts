import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Entries of profiles, translations, and who answers for what was stated. */
export class DetailProfiles1763804000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table profile
        add column translations jsonb not null default '{}',
        add column fees jsonb,
        add column load_limit int,
        add column revision int not null default 1,
        add column owner_id uuid constraint fk_profile_owner_id references person (id),
        add column checked_at timestamptz(3) not null default now(),
        add column asked_at timestamptz(3);
      update profile set revision = version, checked_at = updated_at;

      create table profile_entry (
        id uuid constraint pk_profile_entry primary key,
        organization_id uuid not null
          constraint fk_profile_entry_organization_id references profile (organization_id),
        kind text not null,
        position int not null,
        language text not null,
        title text not null,
        text text,
        translations jsonb not null default '{}',
        codes text[] not null default '{}',
        markets text[] not null default '{}',
        months smallint[] not null default '{}',
        capacity int,
        reach int,
        starts_on date,
        ends_on date,
        party text,
        expires_on date,
        link text,
        file_id uuid,
        owner_id uuid constraint fk_profile_entry_owner_id references person (id),
        checked_at timestamptz(3) not null default now(),
        asked_at timestamptz(3),
        version int not null default 1,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now(),
        constraint ck_profile_entry_kind check (kind in ('offer', 'seek', 'resource', 'season', 'event',
          'medium', 'goal', 'method', 'certification', 'reference', 'picture'))
      );
      create index ix_profile_entry_organization_id on profile_entry (organization_id, kind, position, id);
      grant select, insert, update, delete on profile_entry to ttn_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table profile_entry;
      alter table profile
        drop column translations, drop column fees, drop column load_limit, drop column revision,
        drop column owner_id, drop column checked_at, drop column asked_at;
    `);
  }
}
