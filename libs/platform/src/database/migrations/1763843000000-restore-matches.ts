import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who put a match away may take that back. */
export class RestoreMatches1763843000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant delete on match_dismissal to ttn_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('revoke delete on match_dismissal from ttn_app');
  }
}
