import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Up to where somebody was told that messages wait unread, and who has a line open: whoever looks at the app is not
 * called from outside. Lines are worth nothing after a crash, so they leave no log.
 */
export class TellUnread1763867000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table participant
        add column told_seq int not null default 0,
        add column told_at timestamptz(3);

      create unlogged table open_line (
        person_id uuid constraint pk_open_line primary key
          constraint fk_open_line_person_id references person,
        seen_at timestamptz(3) not null default now()
      );
      grant select, insert, update, delete on open_line to ttn_app;

      create index ix_notice_unread_messages on notice (id)
        where object_type = 'unread-messages' and read_at is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index ix_notice_unread_messages;
      drop table open_line;
      alter table participant drop column told_seq, drop column told_at;
    `);
  }
}
