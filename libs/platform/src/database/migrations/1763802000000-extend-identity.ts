import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a person says of themselves, devices, second factors, links by mail, exports and erasure. */
export class ExtendIdentity1763802000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table person
        add languages text[] not null default '{}',
        add working_hours jsonb not null default '[]',
        add discoverable boolean not null default false,
        add erased_at timestamptz(3);

      alter table account add password_changed_at timestamptz(3) not null default now();

      alter table session
        add browser text not null default 'other',
        add system text not null default 'other',
        add proven_at timestamptz(3) not null default now(),
        drop constraint ck_session_end_reason,
        add constraint ck_session_end_reason
          check (end_reason in ('signed-out', 'token-reused', 'revoked', 'password-changed', 'erased'));

      create table known_device (
        person_id uuid not null constraint fk_known_device_person_id references person on delete cascade,
        device_hash bytea not null,
        last_seen_at timestamptz(3) not null default now(),
        created_at timestamptz(3) not null default now(),
        constraint pk_known_device primary key (person_id, device_hash)
      );
      create index ix_known_device_last_seen_at on known_device (last_seen_at);

      create table totp_secret (
        person_id uuid constraint pk_totp_secret primary key
          constraint fk_totp_secret_person_id references person on delete cascade,
        sealed_secret bytea not null,
        confirmed_at timestamptz(3),
        last_step int not null default 0,
        created_at timestamptz(3) not null default now()
      );

      create table recovery_code (
        person_id uuid not null constraint fk_recovery_code_person_id references person on delete cascade,
        code_hash bytea not null,
        used_at timestamptz(3),
        created_at timestamptz(3) not null default now(),
        constraint pk_recovery_code primary key (person_id, code_hash)
      );

      create table passkey (
        id uuid constraint pk_passkey primary key,
        person_id uuid not null constraint fk_passkey_person_id references person on delete cascade,
        name text not null,
        credential_id text not null,
        public_key bytea not null,
        counter bigint not null,
        transports text[] not null default '{}',
        synced boolean not null,
        version int not null default 1,
        last_used_at timestamptz(3),
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now(),
        constraint uq_passkey_credential_id unique (credential_id)
      );
      create index ix_passkey_person_id on passkey (person_id, id);

      create table passkey_challenge (
        id uuid constraint pk_passkey_challenge primary key,
        purpose text not null,
        person_id uuid constraint fk_passkey_challenge_person_id references person on delete cascade,
        challenge text not null,
        expires_at timestamptz(3) not null,
        constraint ck_passkey_challenge_purpose check (purpose in ('register', 'sign-in', 'second-factor', 'prove')),
        constraint ck_passkey_challenge_person_id check ((purpose = 'sign-in') = (person_id is null))
      );
      create index ix_passkey_challenge_expires_at on passkey_challenge (expires_at);

      create table pending_sign_in (
        token_hash bytea constraint pk_pending_sign_in primary key,
        person_id uuid not null constraint fk_pending_sign_in_person_id references person on delete cascade,
        expires_at timestamptz(3) not null,
        created_at timestamptz(3) not null default now()
      );
      create index ix_pending_sign_in_expires_at on pending_sign_in (expires_at);

      create table account_link (
        id uuid constraint pk_account_link primary key,
        account_id uuid not null constraint fk_account_link_account_id references account on delete cascade,
        purpose text not null,
        token_hash bytea not null,
        new_email text,
        expires_at timestamptz(3) not null,
        created_at timestamptz(3) not null default now(),
        constraint uq_account_link_token_hash unique (token_hash),
        constraint uq_account_link_account_id_purpose unique (account_id, purpose),
        constraint ck_account_link_purpose check (purpose in ('password-reset', 'email-change')),
        constraint ck_account_link_new_email check ((purpose = 'email-change') = (new_email is not null))
      );
      create index ix_account_link_expires_at on account_link (expires_at);

      create table data_export (
        id uuid constraint pk_data_export primary key,
        person_id uuid not null constraint fk_data_export_person_id references person on delete cascade,
        state text not null default 'preparing',
        bytes bigint not null default 0,
        ready_at timestamptz(3),
        expires_at timestamptz(3) not null,
        created_at timestamptz(3) not null default now(),
        constraint ck_data_export_state check (state in ('preparing', 'ready')),
        constraint ck_data_export_ready_at check ((state = 'ready') = (ready_at is not null))
      );
      create index ix_data_export_person_id on data_export (person_id, id);
      create index ix_data_export_expires_at on data_export (expires_at);

      create table data_export_part (
        export_id uuid not null constraint fk_data_export_part_export_id references data_export on delete cascade,
        source text not null,
        content text not null,
        constraint pk_data_export_part primary key (export_id, source)
      );

      create table person_erasure (
        person_id uuid constraint pk_person_erasure primary key
          constraint fk_person_erasure_person_id references person on delete cascade,
        due_at timestamptz(3) not null,
        created_at timestamptz(3) not null default now()
      );

      grant select, insert, update, delete on known_device, totp_secret, recovery_code, passkey, passkey_challenge,
        pending_sign_in, account_link, data_export, data_export_part, person_erasure to ttn_app;
      -- Of a person who is erased nothing is kept that was told to them.
      grant delete on notice, mail to ttn_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      revoke delete on notice, mail from ttn_app;
      drop table person_erasure, data_export_part, data_export, account_link, pending_sign_in, passkey_challenge,
        passkey, recovery_code, totp_secret, known_device;
      update session set end_reason = 'revoked' where end_reason in ('password-changed', 'erased');
      alter table session
        drop constraint ck_session_end_reason,
        add constraint ck_session_end_reason check (end_reason in ('signed-out', 'token-reused', 'revoked')),
        drop browser, drop system, drop proven_at;
      alter table account drop password_changed_at;
      alter table person drop languages, drop working_hours, drop discoverable, drop erased_at;
    `);
  }
}
