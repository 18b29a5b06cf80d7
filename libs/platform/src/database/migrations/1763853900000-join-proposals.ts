import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Proposals answer calls that exist, and every draft has the document in which its sections are written. */
export class JoinProposals1763853900000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table proposal add constraint fk_proposal_call_id foreign key (call_id) references call (id);
      insert into coedited_document (id, kind, entity_id, fields)
      select gen_random_uuid(), 'proposal', id, '{need,approach,impact,risks}' from proposal where state = 'draft'
      on conflict do nothing;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table proposal drop constraint fk_proposal_call_id');
  }
}
