import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The secretariat reads participations by the day something is due; most of fifty thousand are not asked yet. */
export class IndexParticipations1763817000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'create index ix_participation_due_at on participation (due_at, organization_id) where due_at is not null',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index ix_participation_due_at');
  }
}
