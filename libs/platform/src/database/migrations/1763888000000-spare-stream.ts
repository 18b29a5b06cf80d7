import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the stream keeps is deleted after minutes: to vacuum it for rows that were only added reads and writes all of it for
 * nothing, and whoever commits meanwhile waits for the disk.
 */
export class SpareStream1763888000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table ws_stream set (
        autovacuum_vacuum_insert_threshold = -1, toast.autovacuum_vacuum_insert_threshold = -1)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table ws_stream reset (
        autovacuum_vacuum_insert_threshold, toast.autovacuum_vacuum_insert_threshold)`);
  }
}
