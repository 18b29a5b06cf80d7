import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATES = [
  'draft',
  'submitted',
  'awaiting_recommendation',
  'entry_proposal_review',
  'info_requested',
  'secretariat_review',
  'accepted',
  'rejected',
  'appealed',
  'withdrawn',
];
const listed = (states: readonly string[]): string => states.map((state) => `'${state}'`).join(', ');

/** An application that was rejected gives way to a new one. */
export class BeginAnew1763840001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table membership_application drop constraint ck_membership_application_state;
      alter table membership_application add constraint ck_membership_application_state
        check (state in (${listed([...STATES, 'superseded'])}));
      drop index uq_membership_application_live;
      create unique index uq_membership_application_live on membership_application (organization_id)
        where state not in ('withdrawn', 'superseded');`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update membership_application set state = 'withdrawn' where state = 'superseded';
      drop index uq_membership_application_live;
      create unique index uq_membership_application_live on membership_application (organization_id)
        where state <> 'withdrawn';
      alter table membership_application drop constraint ck_membership_application_state;
      alter table membership_application add constraint ck_membership_application_state
        check (state in (${listed(STATES)}));`);
  }
}
