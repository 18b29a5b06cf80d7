import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Applications for participation: their story, decisions, recommendations and reviews. */
export class CreateAdmission1763806000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table membership_application (
        id uuid constraint pk_membership_application primary key,
        organization_id uuid not null
          constraint fk_membership_application_organization_id references organization (id),
        created_by uuid not null,
        state text not null default 'draft',
        asked_from text,
        route text,
        motivation text,
        language text not null,
        recommender_id uuid
          constraint fk_membership_application_recommender_id references organization (id),
        proposal_id uuid,
        document_file_id uuid,
        state_since timestamptz(3) not null default now(),
        submitted_at timestamptz(3),
        appealed_at timestamptz(3),
        decided_at timestamptz(3),
        version int not null default 1,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now(),
        changed_xid xid8 not null default pg_current_xact_id(),
        constraint uq_membership_application_organization_id_id unique (organization_id, id),
        constraint fk_membership_application_organization_id_proposal_id
          foreign key (organization_id, proposal_id) references proposal (organization_id, id),
        constraint ck_membership_application_state check (state in ('draft', 'submitted',
          'awaiting_recommendation', 'entry_proposal_review', 'info_requested', 'secretariat_review',
          'accepted', 'rejected', 'appealed', 'withdrawn')),
        constraint ck_membership_application_asked_from check ((asked_from is null) = (state <> 'info_requested')
          and asked_from in ('entry_proposal_review', 'secretariat_review', 'appealed')),
        constraint ck_membership_application_route check (route in ('recommendation', 'entry_proposal'))
      );
      create unique index uq_membership_application_live on membership_application (organization_id)
        where state <> 'withdrawn';
      create index ix_membership_application_state_state_since
        on membership_application (state, state_since, id);
      grant select, insert, update on membership_application to ttn_app;

      create table application_step (
        id uuid constraint pk_application_step primary key,
        organization_id uuid not null,
        application_id uuid not null,
        verb text not null,
        from_state text,
        to_state text not null,
        actor_id uuid not null,
        actor_organization_id uuid,
        reason text,
        language text,
        at timestamptz(3) not null default now(),
        constraint fk_application_step_organization_id_application_id
          foreign key (organization_id, application_id) references membership_application (organization_id, id)
      );
      create index ix_application_step_application_id_id on application_step (application_id, id);
      grant select, insert on application_step to ttn_app;
      create trigger application_step_is_frozen before update or delete on application_step
        for each row execute function refuse_change_of_frozen_row();

      create table application_finding (
        application_id uuid not null
          constraint fk_application_finding_application_id references membership_application (id),
        found_id uuid not null constraint fk_application_finding_found_id references organization (id),
        because text not null,
        matched text not null,
        found_at timestamptz(3) not null default now(),
        constraint pk_application_finding primary key (application_id, found_id, because)
      );
      grant select, insert, delete on application_finding to ttn_app;

      create table application_decision (
        id uuid constraint pk_application_decision primary key,
        organization_id uuid not null
          constraint fk_application_decision_organization_id references organization (id),
        application_id uuid not null
          constraint fk_application_decision_application_id references membership_application (id),
        verdict text not null,
        reason text not null,
        language text not null,
        decided_by uuid not null,
        state text not null default 'pending',
        effective_at timestamptz(3) not null,
        created_at timestamptz(3) not null default now(),
        changed_xid xid8 not null default pg_current_xact_id(),
        constraint ck_application_decision_verdict check (verdict in ('accept', 'reject', 'ask')),
        constraint ck_application_decision_state check (state in ('pending', 'applied', 'undone', 'void'))
      );
      create unique index uq_application_decision_pending on application_decision (application_id)
        where state = 'pending';
      create index ix_application_decision_application_id_id on application_decision (application_id, id);
      grant select, insert, update on application_decision to ttn_app;

      create table recommendation (
        id uuid constraint pk_recommendation primary key,
        organization_id uuid not null constraint fk_recommendation_organization_id references organization (id),
        applicant_id uuid not null constraint fk_recommendation_applicant_id references organization (id),
        application_id uuid not null
          constraint fk_recommendation_application_id references membership_application (id),
        state text not null default 'requested',
        statement text,
        reason text,
        language text,
        due_at timestamptz(3) not null,
        answered_by uuid,
        answered_at timestamptz(3),
        revoked_by uuid,
        revoked_at timestamptz(3),
        pushed_at timestamptz(3) default now(),
        version int not null default 1,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now(),
        changed_xid xid8 not null default pg_current_xact_id(),
        constraint ck_recommendation_state check (state in ('requested', 'given', 'declined', 'expired',
          'cancelled', 'revoked')),
        constraint ck_recommendation_organization_id check (organization_id <> applicant_id)
      );
      create unique index uq_recommendation_requested on recommendation (application_id)
        where state = 'requested';
      create index ix_recommendation_applicant_id on recommendation (applicant_id) where state = 'given';
      create index ix_recommendation_organization_id_id on recommendation (organization_id, id);
      create index ix_recommendation_unpushed on recommendation (id) where pushed_at is null;
      create function recommendation_announce() returns trigger language plpgsql as $$
        begin
          perform pg_notify('recommendation_changed', '');
          return null;
        end $$;
      create trigger recommendation_announce after update on recommendation
        for each row when (new.pushed_at is null) execute function recommendation_announce();
      grant select, insert, update on recommendation to ttn_app;

      create table application_review (
        id uuid constraint pk_application_review primary key,
        organization_id uuid not null
          constraint fk_application_review_organization_id references organization (id),
        application_id uuid not null
          constraint fk_application_review_application_id references membership_application (id),
        person_id uuid not null constraint fk_application_review_person_id references person (id),
        assigned_by uuid not null,
        state text not null default 'assigned',
        novelty smallint,
        market smallint,
        sme_benefit smallint,
        comment text,
        note text,
        language text,
        submitted_at timestamptz(3),
        version int not null default 1,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now(),
        changed_xid xid8 not null default pg_current_xact_id(),
        constraint uq_application_review_application_id_person_id unique (application_id, person_id),
        constraint ck_application_review_state check (state in ('assigned', 'submitted', 'declined')),
        constraint ck_application_review_scores check (num_nulls(novelty, market, sme_benefit) =
          3 * (state <> 'submitted')::int
          and novelty between 1 and 5 and market between 1 and 5 and sme_benefit between 1 and 5)
      );
      create index ix_application_review_person_id_id on application_review (person_id, id);
      grant select, insert, update on application_review to ttn_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table application_review, recommendation, application_decision, application_finding,
        application_step, membership_application;
      drop function recommendation_announce();
    `);
  }
}
