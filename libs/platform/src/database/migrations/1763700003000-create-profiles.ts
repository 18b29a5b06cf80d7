import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Profiles: what organizations say of themselves. */
export class CreateProfiles1763700003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table profile (
        organization_id uuid constraint pk_profile primary key
          constraint fk_profile_organization_id references organization (id),
        language text not null,
        summary text,
        offer_text text,
        seek_text text,
        sectors text[] not null default '{}',
        themes text[] not null default '{}',
        offers text[] not null default '{}',
        seeks text[] not null default '{}',
        markets text[] not null default '{}',
        certifications text[] not null default '{}',
        consulting_areas text[] not null default '{}',
        languages text[] not null default '{}',
        operating_months smallint[] not null default '{}',
        modes text[] not null default '{}',
        capacity jsonb,
        version int not null default 1,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now(),
        constraint ck_profile_modes check (modes <@ array['onsite', 'remote'])
      );
      grant select, insert, update on profile to ttn_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table profile');
  }
}
