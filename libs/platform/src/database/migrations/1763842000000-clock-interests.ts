import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An interest waits so long and no longer; one that was waiting already has ten days from when it was sent. */
export class ClockInterests1763842000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table interest
        add column expires_at timestamptz(3),
        drop constraint ck_interest_state,
        add constraint ck_interest_state
          check (state in ('sent', 'accepted', 'declined', 'withdrawn', 'expired'));
      update interest set expires_at = created_at + interval '10 days';
      alter table interest alter column expires_at set not null;
      insert into timer (id, key, job, payload, due_at, request_id)
      select gen_random_uuid(), 'interest-expiry:' || id, 'expire-interest',
        jsonb_build_object('interestId', id), expires_at, 'migration'
      from interest where state = 'sent';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from timer where job in ('expire-interest', 'remind-receiver');
      update interest set state = 'withdrawn' where state = 'expired';
      alter table interest
        drop column expires_at,
        drop constraint ck_interest_state,
        add constraint ck_interest_state check (state in ('sent', 'accepted', 'declined', 'withdrawn'));
    `);
  }
}
