import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Matches and the runs that found them, dismissals, and the interest organizations show in each other. */
export class CreateMatchmaking1763700008000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table match (
        id uuid constraint pk_match primary key,
        left_type text not null,
        left_id uuid not null,
        left_organization_id uuid not null
          constraint fk_match_left_organization_id references organization (id),
        right_type text not null,
        right_id uuid not null,
        right_organization_id uuid not null
          constraint fk_match_right_organization_id references organization (id),
        score double precision not null,
        fit text not null,
        left_score double precision,
        right_score double precision,
        reasons jsonb not null,
        unmet jsonb not null,
        not_stated text[] not null default '{}',
        listed_left boolean not null,
        listed_right boolean not null,
        retired_at timestamptz(3),
        interest_id uuid,
        spec_version text not null,
        vocabulary_version text not null,
        computed_at timestamptz(3) not null,
        version int not null default 1,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now(),
        changed_xid xid8 not null default pg_current_xact_id(),
        constraint uq_match_left_type_left_id_right_type_right_id unique (left_type, left_id, right_type, right_id),
        constraint ck_match_left_type
          check (left_type in ('proposal', 'opportunity', 'organization', 'consulting_request')),
        constraint ck_match_right_type
          check (right_type in ('proposal', 'opportunity', 'organization', 'consulting_request')),
        constraint ck_match_fit check (fit in ('strong', 'good', 'possible')),
        constraint ck_match_score check (score between 0 and 1),
        constraint ck_match_organizations check (left_organization_id <> right_organization_id)
      );
      create index ix_match_right_type_right_id on match (right_type, right_id);
      create index ix_match_left_organization_id_score on match (left_organization_id, score);
      create index ix_match_right_organization_id_score on match (right_organization_id, score);
      grant select, insert, update on match to ttn_app;

      create table match_run (
        subject_type text not null,
        subject_id uuid not null,
        organization_id uuid not null
          constraint fk_match_run_organization_id references organization (id),
        run_id uuid not null,
        runs int not null default 1,
        subject_version int not null,
        listed int not null,
        spec_version text not null,
        vocabulary_version text not null,
        started_at timestamptz(3) not null,
        finished_at timestamptz(3) not null default now(),
        pushed_runs int not null default 0,
        constraint pk_match_run primary key (subject_type, subject_id),
        constraint ck_match_run_subject_type
          check (subject_type in ('proposal', 'opportunity', 'organization', 'consulting_request'))
      );
      create index ix_match_run_organization_id on match_run (organization_id);
      create index ix_match_run_unpushed on match_run (subject_id) where pushed_runs < runs;
      create function match_run_announce() returns trigger language plpgsql as $$
        begin
          perform pg_notify('matches_refreshed', '');
          return null;
        end $$;
      create trigger match_run_announce after insert or update of runs on match_run
        for each statement execute function match_run_announce();
      grant select, insert, update on match_run to ttn_app;

      create table match_dismissal (
        match_id uuid not null constraint fk_match_dismissal_match_id references match (id),
        organization_id uuid not null
          constraint fk_match_dismissal_organization_id references organization (id),
        person_id uuid not null,
        reason text not null,
        note text,
        dismissed_at timestamptz(3) not null default now(),
        constraint pk_match_dismissal primary key (match_id, organization_id),
        constraint ck_match_dismissal_reason check (reason in
          ('not-our-field', 'wrong-region', 'wrong-time', 'already-partners', 'no-capacity', 'other'))
      );
      grant select, insert on match_dismissal to ttn_app;

      create table interest (
        id uuid constraint pk_interest primary key,
        match_id uuid not null constraint fk_interest_match_id references match (id),
        from_organization_id uuid not null
          constraint fk_interest_from_organization_id references organization (id),
        from_person_id uuid not null,
        to_organization_id uuid not null
          constraint fk_interest_to_organization_id references organization (id),
        message text not null,
        language text,
        state text not null default 'sent',
        decline_reason text,
        answered_by uuid,
        answered_at timestamptz(3),
        conversation_id uuid constraint fk_interest_conversation_id references conversation (id),
        version int not null default 1,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now(),
        changed_xid xid8 not null default pg_current_xact_id(),
        constraint ck_interest_state check (state in ('sent', 'accepted', 'declined', 'withdrawn')),
        constraint ck_interest_message check (char_length(message) between 1 and 2000),
        constraint ck_interest_decline_reason check (decline_reason in
          ('not-our-field', 'wrong-region', 'wrong-time', 'already-partners', 'no-capacity', 'other')),
        constraint ck_interest_conversation_id check ((state = 'accepted') = (conversation_id is not null)),
        constraint ck_interest_answered_at check ((state = 'sent') = (answered_at is null))
      );
      create unique index ix_interest_waiting on interest (match_id) where state = 'sent';
      create index ix_interest_from_organization_id_id on interest (from_organization_id, id);
      create index ix_interest_to_organization_id_id on interest (to_organization_id, id);
      grant select, insert, update on interest to ttn_app;

      alter table match add constraint fk_match_interest_id foreign key (interest_id) references interest (id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table match drop constraint fk_match_interest_id;
      drop table interest, match_dismissal, match_run, match;
      drop function match_run_announce();
    `);
  }
}
