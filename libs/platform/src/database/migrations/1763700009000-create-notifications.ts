import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Notices to persons, and the mail that goes with some of them. */
export class CreateNotifications1763700009000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table notice (
        id uuid constraint pk_notice primary key,
        event_id uuid not null,
        person_id uuid not null constraint fk_notice_person_id references person,
        organization_id uuid constraint fk_notice_organization_id references organization,
        type text not null,
        object_type text not null,
        object_id uuid not null,
        facts jsonb not null,
        created_at timestamptz(3) not null default now(),
        read_at timestamptz(3),
        pushed_at timestamptz(3),
        constraint uq_notice_event_id_person_id unique (event_id, person_id)
      );
      create index ix_notice_person_id_id on notice (person_id, id);
      create index ix_notice_unread on notice (person_id) where read_at is null;
      create index ix_notice_unpushed on notice (id) where pushed_at is null;
      create function notice_announce() returns trigger language plpgsql as $$
        begin
          perform pg_notify('notice_added', '');
          return null;
        end $$;
      create trigger notice_announce after insert on notice
        for each statement execute function notice_announce();
      grant select, insert, update on notice to ttn_app;

      create table mail (
        id uuid constraint pk_mail primary key,
        event_id uuid not null,
        person_id uuid not null constraint fk_mail_person_id references person,
        dedupe_key text not null,
        message_id text not null,
        template text not null,
        language text not null,
        to_address text not null,
        subject text not null,
        text text not null,
        html text not null,
        link text not null,
        request_id text not null,
        state text not null default 'queued',
        attempts int not null default 0,
        due_at timestamptz(3) not null default now(),
        claimed_until timestamptz(3),
        last_error text,
        captured boolean not null default false,
        created_at timestamptz(3) not null default now(),
        sent_at timestamptz(3),
        constraint uq_mail_dedupe_key unique (dedupe_key),
        constraint uq_mail_message_id unique (message_id),
        constraint ck_mail_state check (state in ('queued', 'sending', 'sent', 'failed')),
        constraint ck_mail_sent_at check ((state = 'sent') = (sent_at is not null)),
        constraint ck_mail_claimed_until check ((state = 'sending') = (claimed_until is not null))
      );
      create index ix_mail_waiting on mail (due_at) where state in ('queued', 'sending');
      create index ix_mail_person_id_id on mail (person_id, id) where captured;
      grant select, insert, update on mail to ttn_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table mail, notice;
      drop function notice_announce();
    `);
  }
}
