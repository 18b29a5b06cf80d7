import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Role of requests, audit trail, outbox, job effects, replayed answers and failure counters. */
export class CreatePlatform1763700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      do $$ begin
        create role ttn_app nologin;
      exception when duplicate_object or unique_violation then null;
      end $$;
      grant ttn_app to current_user;
      grant usage on schema public to ttn_app;
      grant select on schema_migration to ttn_app;

      create table audit_entry (
        id uuid constraint pk_audit_entry primary key,
        action text not null,
        entity_type text not null,
        entity_id uuid not null,
        organization_id uuid,
        actor_id uuid not null,
        request_id text not null,
        from_state text,
        to_state text,
        at timestamptz(3) not null default now(),
        xid xid8 not null default pg_current_xact_id()
      );
      create index ix_audit_entry_entity_id on audit_entry (entity_id, at);
      create index ix_audit_entry_organization_id on audit_entry (organization_id, at);
      create index ix_audit_entry_xid on audit_entry (xid, id);
      grant select, insert on audit_entry to ttn_app;

      create table audit_seal (
        number bigint constraint pk_audit_seal primary key,
        first_xid xid8 not null,
        next_xid xid8 not null,
        entries int not null,
        previous_hash bytea not null,
        hash bytea not null,
        sealed_at timestamptz(3) not null default now()
      );
      grant select, insert on audit_seal to ttn_app;

      create table outbox_event (
        id uuid constraint pk_outbox_event primary key,
        type text not null,
        schema_version smallint not null default 1,
        aggregate_type text not null,
        aggregate_id uuid not null,
        aggregate_seq int not null,
        organization_id uuid,
        actor_id uuid not null,
        request_id text not null,
        occurred_at timestamptz(3) not null default now(),
        payload jsonb not null,
        relayed_at timestamptz(3),
        done_at timestamptz(3),
        pushed_at timestamptz(3)
      );
      create index ix_outbox_event_waiting on outbox_event (occurred_at) where relayed_at is null;
      create index ix_outbox_event_undone on outbox_event (relayed_at) where relayed_at is not null and done_at is null;
      create function outbox_announce() returns trigger language plpgsql as $$
        begin
          perform pg_notify('outbox', '');
          return null;
        end $$;
      create trigger outbox_event_announce after insert on outbox_event
        for each statement execute function outbox_announce();
      grant select, insert, update on outbox_event to ttn_app;

      create table job_effect (
        key text constraint pk_job_effect primary key,
        at timestamptz(3) not null default now()
      );
      create index ix_job_effect_at on job_effect (at);
      grant select, insert, delete on job_effect to ttn_app;

      create table idempotency_record (
        person_id uuid not null,
        organization_id uuid not null,
        route text not null,
        key text not null,
        body_hash bytea not null,
        status smallint,
        answer text,
        headers jsonb,
        created_at timestamptz(3) not null default now(),
        locked_until timestamptz(3) not null,
        constraint pk_idempotency_record primary key (person_id, organization_id, route, key)
      );
      create index ix_idempotency_record_created_at on idempotency_record (created_at);
      grant select, insert, update, delete on idempotency_record to ttn_app;

      create unlogged table failure_count (
        key text constraint pk_failure_count primary key,
        failures int not null,
        expires_at timestamptz(3) not null
      );
      grant select, insert, update, delete on failure_count to ttn_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table failure_count, idempotency_record, job_effect, outbox_event, audit_seal, audit_entry;
      drop function outbox_announce();
    `);
  }
}
