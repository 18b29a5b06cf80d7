import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files: one row each; equal content is kept once, under its SHA-256. Leases keep two requests off one upload. */
export class CreateFiles1763801000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table file (
        id uuid constraint pk_file primary key,
        organization_id uuid not null
          constraint fk_file_organization_id references organization (id),
        created_by uuid not null,
        purpose text not null,
        name text not null,
        state text not null default 'uploading',
        announced_bytes bigint not null,
        media_type text,
        size bigint,
        sha256 text,
        width int,
        height int,
        variants int[] not null default '{}',
        owner_type text,
        owner_id uuid,
        expires_at timestamptz(3),
        version int not null default 1,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now(),
        changed_xid xid8 not null default pg_current_xact_id(),
        constraint ck_file_state
          check (state in ('uploading', 'scanning', 'clean', 'quarantined', 'not_scanned')),
        constraint ck_file_name check (char_length(name) between 1 and 200),
        constraint ck_file_announced_bytes check (announced_bytes > 0),
        constraint ck_file_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
        constraint ck_file_content
          check (num_nulls(media_type, size) = 2 * (state = 'uploading')::int),
        constraint ck_file_kept check (sha256 is not null or state = 'uploading'),
        constraint ck_file_picture check ((width is null) = (height is null)),
        constraint ck_file_owner check ((owner_type is null) = (owner_id is null)),
        constraint ck_file_expires_at check ((owner_id is null) = (expires_at is not null))
      );
      create index ix_file_organization_id on file (organization_id);
      create index ix_file_owner_id_owner_type on file (owner_id, owner_type);
      create index ix_file_sha256 on file (sha256);
      create index ix_file_expires_at on file (expires_at);
      grant select, insert, update, delete on file to ttn_app;

      create unlogged table upload_lease (
        file_id uuid constraint pk_upload_lease primary key,
        holder uuid not null,
        wanted boolean not null default false,
        expires_at timestamptz(3) not null
      );
      grant select, insert, update, delete on upload_lease to ttn_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table upload_lease; drop table file');
  }
}
