import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How people who do not know each other begin to talk, how they keep each other away, what they report, and what
 * was said before it was changed.
 */
export class BeginContacts1763859001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table contact_request (
        id uuid constraint pk_contact_request primary key,
        from_person_id uuid not null constraint fk_contact_request_from_person_id references person (id),
        from_organization_id uuid not null
          constraint fk_contact_request_from_organization_id references organization (id),
        to_organization_id uuid not null
          constraint fk_contact_request_to_organization_id references organization (id),
        message text not null,
        language text,
        state text not null default 'waiting',
        conversation_id uuid constraint fk_contact_request_conversation_id references conversation (id),
        answered_by uuid,
        expires_at timestamptz(3) not null,
        answered_at timestamptz(3),
        version int not null default 1,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now(),
        changed_xid xid8 not null default pg_current_xact_id(),
        constraint ck_contact_request_state check (state in ('waiting', 'accepted', 'declined', 'withdrawn')),
        constraint ck_contact_request_message check (char_length(message) between 1 and 1000)
      );
      create index ix_contact_request_from_organization_id on contact_request (from_organization_id, created_at);
      create index ix_contact_request_to_organization_id on contact_request (to_organization_id, created_at);
      grant select, insert, update on contact_request to ttn_app;

      create table contact_block (
        id uuid constraint pk_contact_block primary key,
        person_id uuid not null constraint fk_contact_block_person_id references person (id),
        blocked_organization_id uuid not null
          constraint fk_contact_block_blocked_organization_id references organization (id),
        blocked_person_id uuid constraint fk_contact_block_blocked_person_id references person (id),
        created_at timestamptz(3) not null default now()
      );
      create unique index uq_contact_block_person_id_blocked on contact_block
        (person_id, blocked_organization_id, blocked_person_id) nulls not distinct;
      create index ix_contact_block_blocked_person_id on contact_block (blocked_person_id);
      grant select, insert, delete on contact_block to ttn_app;

      create table conversation_report (
        id uuid constraint pk_conversation_report primary key,
        case_number int not null constraint uq_conversation_report_case_number unique,
        conversation_id uuid not null
          constraint fk_conversation_report_conversation_id references conversation (id),
        seq int,
        person_id uuid not null constraint fk_conversation_report_person_id references person (id),
        organization_id uuid not null
          constraint fk_conversation_report_organization_id references organization (id),
        reason text not null,
        note text,
        language text,
        evidence jsonb not null,
        state text not null default 'received',
        outcome text,
        outcome_language text,
        is_removed boolean not null default false,
        decided_by uuid,
        decided_at timestamptz(3),
        version int not null default 1,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now(),
        changed_xid xid8 not null default pg_current_xact_id(),
        constraint ck_conversation_report_state check (state in ('received', 'upheld', 'dismissed')),
        constraint ck_conversation_report_reason
          check (reason in ('spam', 'harassment', 'fraud', 'unlawful', 'confidential', 'other'))
      );
      create index ix_conversation_report_state on conversation_report (state, id);
      create index ix_conversation_report_person_id on conversation_report (person_id);
      grant select, insert, update on conversation_report to ttn_app;

      create table messaging_preference (
        person_id uuid constraint pk_messaging_preference primary key
          constraint fk_messaging_preference_person_id references person (id),
        shows_reading boolean not null default true,
        shows_presence boolean not null default true,
        updated_at timestamptz(3) not null default now()
      );
      grant select, insert, update, delete on messaging_preference to ttn_app;

      create table message_wording (
        conversation_id uuid not null,
        seq int not null,
        revision int not null,
        body text not null,
        language text,
        changed int not null,
        replaced_at timestamptz(3) not null default now(),
        constraint pk_message_wording primary key (conversation_id, seq, revision),
        constraint fk_message_wording_conversation_id_seq
          foreign key (conversation_id, seq) references message (conversation_id, seq)
      );
      grant select, insert on message_wording to ttn_app;

      create table message_search (
        conversation_id uuid not null,
        seq int not null,
        message_id uuid not null,
        folded text not null,
        grams text[] not null,
        constraint pk_message_search primary key (conversation_id, seq),
        constraint fk_message_search_conversation_id foreign key (conversation_id) references conversation (id)
      );
      create index ix_message_search_grams on message_search using gin (grams);
      grant select, insert, update, delete on message_search to ttn_app;

      create table conversation_index (
        conversation_id uuid constraint pk_conversation_index primary key
          constraint fk_conversation_index_conversation_id references conversation (id),
        indexed_seq int not null default 0,
        indexed_change int not null default 0
      );
      grant select, insert, update on conversation_index to ttn_app;

      drop index ix_outbox_event_unpushed;
      create index ix_outbox_event_unpushed on outbox_event (occurred_at)
        where type in ('message.posted', 'message.changed') and pushed_at is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index ix_outbox_event_unpushed;
      create index ix_outbox_event_unpushed on outbox_event (occurred_at)
        where type = 'message.posted' and pushed_at is null;
      drop table conversation_index, message_search, message_wording, messaging_preference, conversation_report,
        contact_block, contact_request;
    `);
  }
}
