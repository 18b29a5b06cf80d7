import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Texts that several people write at once: a counter, a snapshot, and every update since. `last_number` is bumped in
 * the statement that adds the updates, so numbers commit in their order and nobody who reads on by number misses one.
 */
export class CreateCoediting1763853000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table coedited_document (
        id uuid constraint pk_coedited_document primary key,
        kind text not null,
        entity_id uuid not null,
        fields text[] not null,
        last_number int not null default 0,
        bytes int not null default 0,
        snapshot bytea,
        snapshot_number int not null default 0,
        state_vector bytea,
        sealed_at timestamptz(3),
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now(),
        constraint uq_coedited_document_entity_id_kind unique (entity_id, kind),
        constraint ck_coedited_document_kind check (kind ~ '^[a-z][a-z0-9-]{0,39}$'),
        constraint ck_coedited_document_snapshot check (
          (snapshot is null) = (snapshot_number = 0) and (snapshot is null) = (state_vector is null)
          and snapshot_number <= last_number),
        constraint ck_coedited_document_bytes check (bytes >= 0)
      );
      create index ix_coedited_document_waiting on coedited_document (updated_at)
        where last_number > snapshot_number;
      grant select, insert, update on coedited_document to ttn_app;

      create table document_update (
        document_id uuid not null
          constraint fk_document_update_document_id references coedited_document (id),
        number int not null,
        content bytea not null,
        person_id uuid not null,
        at timestamptz(3) not null default now(),
        constraint pk_document_update primary key (document_id, number)
      );
      grant select, insert, delete on document_update to ttn_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table document_update; drop table coedited_document');
  }
}
