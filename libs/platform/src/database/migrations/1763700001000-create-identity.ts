import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Persons, their accounts, sessions, refresh tokens and e-mail confirmations. */
export class CreateIdentity1763700001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table person (
        id uuid constraint pk_person primary key,
        display_name text not null,
        latin_name text,
        language text not null,
        time_zone text not null,
        demo boolean not null default false,
        version int not null default 1,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now()
      );

      create table account (
        id uuid constraint pk_account primary key,
        person_id uuid not null constraint fk_account_person_id references person,
        email text not null,
        email_folded text not null,
        password_hash text not null,
        state text not null default 'pending',
        confirmed_at timestamptz(3),
        version int not null default 1,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now(),
        constraint uq_account_person_id unique (person_id),
        constraint uq_account_email_folded unique (email_folded),
        constraint ck_account_state check (state in ('pending', 'active', 'suspended'))
      );

      create table session (
        id uuid constraint pk_session primary key,
        person_id uuid not null constraint fk_session_person_id references person,
        generation int not null default 1,
        rotated_at timestamptz(3) not null default now(),
        expires_at timestamptz(3) not null,
        ended_at timestamptz(3),
        end_reason text,
        created_at timestamptz(3) not null default now(),
        constraint ck_session_end_reason check (end_reason in ('signed-out', 'token-reused', 'revoked'))
      );
      create index ix_session_person_id on session (person_id);
      create index ix_session_expires_at on session (expires_at);

      create table refresh_token (
        token_hash bytea constraint pk_refresh_token primary key,
        session_id uuid not null constraint fk_refresh_token_session_id references session on delete cascade,
        generation int not null,
        created_at timestamptz(3) not null default now(),
        constraint uq_refresh_token_session_id_generation unique (session_id, generation)
      );

      create table email_confirmation (
        id uuid constraint pk_email_confirmation primary key,
        account_id uuid not null constraint fk_email_confirmation_account_id references account on delete cascade,
        token_hash bytea not null,
        expires_at timestamptz(3) not null,
        used_at timestamptz(3),
        created_at timestamptz(3) not null default now(),
        constraint uq_email_confirmation_token_hash unique (token_hash)
      );
      create index ix_email_confirmation_account_id on email_confirmation (account_id, created_at);

      grant select, insert, update, delete on person, account, session, refresh_token, email_confirmation to ttn_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table email_confirmation, refresh_token, session, account, person;');
  }
}
