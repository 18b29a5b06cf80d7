import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Browsers in which people want to be told. */
export class PushToBrowsers1763867001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table push_device (
        id uuid constraint pk_push_device primary key,
        person_id uuid not null constraint fk_push_device_person_id references person,
        session_id uuid not null,
        endpoint text not null constraint uq_push_device_endpoint unique,
        p256dh text not null,
        auth text not null,
        label text not null,
        created_at timestamptz(3) not null default now()
      );
      create index ix_push_device_person_id on push_device (person_id);
      grant select, insert, update, delete on push_device to ttn_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table push_device');
  }
}
