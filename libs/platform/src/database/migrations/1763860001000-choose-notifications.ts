import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What people want to be told by which channel and when; addresses that take no mail; and of mails which row of the
 * inbox they are about, so that what was read meanwhile is not sent.
 */
export class ChooseNotifications1763860001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table notification_settings (
        person_id uuid constraint pk_notification_settings primary key
          constraint fk_notification_settings_person_id references person,
        switched_off text[] not null default '{}',
        pace text not null default 'first-then-digest'
          constraint ck_notification_settings_pace
          check (pace in ('each', 'first-then-digest', 'digest', 'first-only')),
        digest_hour int not null default 8
          constraint ck_notification_settings_digest_hour check (digest_hour between 0 and 23),
        quiet_from text,
        quiet_to text,
        quiet_days int[] not null default '{}',
        version int not null default 1,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now(),
        constraint ck_notification_settings_quiet_to check ((quiet_from is null) = (quiet_to is null))
      );
      grant select, insert, update, delete on notification_settings to ttn_app;

      create table stopped_address (
        address text constraint pk_stopped_address primary key,
        reason text not null,
        created_at timestamptz(3) not null default now()
      );
      grant select, insert, delete on stopped_address to ttn_app;

      alter table notice
        add column mailed_at timestamptz(3),
        add column digest_since timestamptz(3);
      create index ix_notice_digest on notice (person_id) where digest_since is not null;

      alter table mail
        add column notice_id uuid,
        add column type_group text,
        drop constraint ck_mail_state,
        add constraint ck_mail_state check (state in ('queued', 'sending', 'sent', 'failed', 'dropped'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update mail set state = 'failed' where state = 'dropped';
      alter table mail
        drop column type_group,
        drop column notice_id,
        drop constraint ck_mail_state,
        add constraint ck_mail_state check (state in ('queued', 'sending', 'sent', 'failed'));
      drop index ix_notice_digest;
      alter table notice drop column digest_since, drop column mailed_at;
      drop table stopped_address, notification_settings;
    `);
  }
}
