import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a person answered in the first run goes with the person. */
export class ForgetFirstRuns1763812000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant delete on first_run to ttn_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('revoke delete on first_run from ttn_app');
  }
}
