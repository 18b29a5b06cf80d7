import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which conversation a mail may be answered into, and what came back and was dealt with. */
export class TakeMailIn1763867002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table mail
        add column conversation_id uuid,
        add column organization_id uuid;

      create table returned_mail (
        digest text constraint pk_returned_mail primary key,
        outcome text not null,
        created_at timestamptz(3) not null default now()
      );
      grant select, insert on returned_mail to ttn_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table returned_mail;
      alter table mail drop column conversation_id, drop column organization_id;
    `);
  }
}
