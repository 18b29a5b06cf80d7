import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rows of the inbox wait until what was asked is answered, whatever else is told of their object. */
export class KeepWaiting1763872000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table notice add column waits_for text[] not null default '{}';
      update notice set waits_for = array[type] where inbox = 'waiting';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table notice drop column waits_for');
  }
}
