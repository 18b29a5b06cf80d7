import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Leads to a list of the left side: a city stands on the left of everybody's match with it, but lists few of them
 * itself.
 */
export class IndexLists1763863000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index ix_match_listed_left on match (left_type, left_id) where listed_left`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index ix_match_listed_left`);
  }
}
