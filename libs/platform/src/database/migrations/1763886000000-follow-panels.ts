import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One more look at each call with proposals under review, at once. No review was due that long ago. */
export const FOLLOW_PANELS = `
  insert into timer (id, key, job, payload, due_at, request_id)
  select gen_random_uuid(), 'reviews-expiry:' || call_id || ':follow-panels', 'expire-reviews',
    jsonb_build_object('callId', call_id, 'dueAt', '1970-01-01T00:00:00.000Z'), now(), 'migration'
  from (select distinct call_id from proposal where state = 'in_review') called`;

/** Expiries of reviews used to leave proposals to wait for nobody: those that wait go on. */
export class FollowPanels1763886000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FOLLOW_PANELS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from timer where key like 'reviews-expiry:%:follow-panels'`);
  }
}
