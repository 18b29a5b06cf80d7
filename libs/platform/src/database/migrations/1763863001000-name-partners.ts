import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An opportunity may be filled with somebody who is no member: then the name says who. */
export class NamePartners1763863001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table opportunity
        add column filled_with_name text,
        add constraint ck_opportunity_filled_with check (filled_with_id is null or filled_with_name is null);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table opportunity drop constraint ck_opportunity_filled_with, drop column filled_with_name;
    `);
  }
}
