import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Full membership of the TPO, votes of its Executive Committee, and the yearly word of every participant. */
export class CreateMembership1763807000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table vote (
        id uuid constraint pk_vote primary key,
        organization_id uuid not null constraint fk_vote_organization_id references organization (id),
        subject_type text not null,
        subject_id uuid not null,
        secrecy text not null,
        state text not null default 'open',
        opens_at timestamptz(3) not null default now(),
        closes_at timestamptz(3) not null,
        closed_at timestamptz(3),
        closed_because text,
        result jsonb,
        opened_by uuid not null,
        version int not null default 1,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now(),
        changed_xid xid8 not null default pg_current_xact_id(),
        constraint ck_vote_subject_type check (subject_type in ('membership-admission')),
        constraint ck_vote_secrecy check (secrecy in ('secret', 'open')),
        constraint ck_vote_state check (state in ('open', 'closed', 'cancelled')),
        constraint ck_vote_closed_because check (closed_because in ('all-voted', 'window-ended')),
        constraint ck_vote_window check (closes_at > opens_at),
        constraint ck_vote_result check ((state = 'closed') = (result is not null))
      );
      create unique index uq_vote_subject_id on vote (subject_id) where state = 'open';
      grant select, insert, update on vote to ttn_app;

      create table vote_seat (
        id uuid constraint pk_vote_seat primary key,
        vote_id uuid not null constraint fk_vote_seat_vote_id references vote (id),
        country text not null constraint fk_vote_seat_country references country (iso2),
        number int not null,
        member_cities int not null,
        organization_id uuid constraint fk_vote_seat_organization_id references organization (id),
        standing text not null,
        constraint uq_vote_seat_vote_id_country_number unique (vote_id, country, number),
        constraint uq_vote_seat_vote_id_organization_id unique (vote_id, organization_id),
        constraint ck_vote_seat_number check (number in (1, 2)),
        constraint ck_vote_seat_standing check (standing in ('voting', 'vacant', 'conflict')),
        constraint ck_vote_seat_holder check ((standing = 'vacant') = (organization_id is null))
      );
      create index ix_vote_seat_organization_id on vote_seat (organization_id, vote_id);
      create trigger vote_seat_is_frozen before update or delete on vote_seat
        for each row execute function refuse_change_of_frozen_row();
      grant select, insert on vote_seat to ttn_app;

      create table ballot (
        vote_seat_id uuid constraint pk_ballot primary key
          constraint fk_ballot_vote_seat_id references vote_seat (id),
        choice text,
        cast_by uuid not null,
        cast_at timestamptz(3) not null default now(),
        constraint ck_ballot_choice check (choice in ('yes', 'no', 'abstain'))
      );
      grant select, insert, update on ballot to ttn_app;

      create table tpo_membership (
        id uuid constraint pk_tpo_membership primary key,
        organization_id uuid not null
          constraint fk_tpo_membership_organization_id references organization (id),
        category text not null,
        state text not null default 'requested',
        ratification text not null default 'none',
        statement text not null,
        language text not null,
        reason text,
        admission_fee_minor bigint,
        annual_fee_minor bigint,
        fee_currency char(3),
        vote_id uuid constraint fk_tpo_membership_vote_id references vote (id),
        approved_at timestamptz(3),
        term_ends_at timestamptz(3),
        due_at timestamptz(3),
        created_by uuid not null,
        version int not null default 1,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now(),
        changed_xid xid8 not null default pg_current_xact_id(),
        constraint uq_tpo_membership_organization_id_id unique (organization_id, id),
        constraint ck_tpo_membership_category check (category in ('city_member', 'industry_member')),
        constraint ck_tpo_membership_state check (state in ('requested', 'excom_vote', 'approved_unpaid',
          'active', 'suspended', 'expired', 'rejected', 'withdrawn')),
        constraint ck_tpo_membership_ratification
          check (ratification in ('none', 'pending', 'ratified', 'declined')),
        constraint ck_tpo_membership_statement check (char_length(statement) between 1 and 4000),
        constraint ck_tpo_membership_fees check ((admission_fee_minor is null) = (fee_currency is null)
          and (annual_fee_minor is null) = (fee_currency is null)
          and admission_fee_minor >= 0 and annual_fee_minor >= 0)
      );
      create unique index uq_tpo_membership_organization_id on tpo_membership (organization_id)
        where state not in ('expired', 'rejected', 'withdrawn');
      create index ix_tpo_membership_state on tpo_membership (state, id);
      grant select, insert, update on tpo_membership to ttn_app;

      create table membership_step (
        organization_id uuid not null,
        membership_id uuid not null,
        number int not null,
        verb text not null,
        from_state text,
        to_state text not null,
        reason text,
        reference text,
        dated date,
        amount_minor bigint,
        amount_currency char(3),
        person_id uuid not null,
        at timestamptz(3) not null default now(),
        constraint pk_membership_step primary key (membership_id, number),
        constraint ck_membership_step_amount
          check ((amount_minor is null) = (amount_currency is null) and amount_minor >= 0),
        constraint fk_membership_step_organization_id_membership_id
          foreign key (organization_id, membership_id) references tpo_membership (organization_id, id)
      );
      create trigger membership_step_is_frozen before update or delete on membership_step
        for each row execute function refuse_change_of_frozen_row();
      grant select, insert on membership_step to ttn_app;

      create table excom_seat (
        id uuid constraint pk_excom_seat primary key,
        country text not null constraint fk_excom_seat_country references country (iso2),
        number int not null,
        organization_id uuid not null constraint fk_excom_seat_organization_id references organization (id),
        term_from date not null,
        term_to date,
        note text,
        assigned_by uuid not null,
        ended_at timestamptz(3),
        version int not null default 1,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now(),
        changed_xid xid8 not null default pg_current_xact_id(),
        constraint ck_excom_seat_number check (number in (1, 2)),
        constraint ck_excom_seat_term check (term_to >= term_from)
      );
      create unique index uq_excom_seat_country_number on excom_seat (country, number) where ended_at is null;
      create unique index uq_excom_seat_organization_id on excom_seat (organization_id) where ended_at is null;
      grant select, insert, update on excom_seat to ttn_app;

      create table participation (
        organization_id uuid constraint pk_participation primary key
          constraint fk_participation_organization_id references organization (id),
        confirmed_at timestamptz(3) not null default now(),
        confirmed_by uuid,
        lapsed_at timestamptz(3),
        due_at timestamptz(3),
        version int not null default 1,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now(),
        changed_xid xid8 not null default pg_current_xact_id()
      );
      grant select, insert, update on participation to ttn_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table participation, excom_seat, membership_step, tpo_membership, ballot, vote_seat, vote;
    `);
  }
}
