import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Review and decision of calls: who reviews, what they found, what was decided and when it was told. */
export class CreateReviews1763854000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table call_reviewer (
        id uuid constraint pk_call_reviewer primary key,
        call_id uuid not null constraint fk_call_reviewer_call_id references call (id),
        organization_id uuid not null
          constraint fk_call_reviewer_organization_id references organization (id),
        person_id uuid not null constraint fk_call_reviewer_person_id references person (id),
        languages text[] not null default '{}',
        expertise text[] not null default '{}',
        review_limit int not null,
        ended_at timestamptz(3),
        added_by uuid not null,
        version int not null default 1,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now(),
        constraint uq_call_reviewer_call_id_person_id unique (call_id, person_id),
        constraint ck_call_reviewer_review_limit check (review_limit between 1 and 500)
      );
      create index ix_call_reviewer_person_id on call_reviewer (person_id);
      create index ix_call_reviewer_organization_id on call_reviewer (organization_id);
      grant select, insert, update on call_reviewer to ttn_app;

      create table proposal_review (
        id uuid constraint pk_proposal_review primary key,
        call_id uuid not null constraint fk_proposal_review_call_id references call (id),
        stage text not null,
        proposal_id uuid not null constraint fk_proposal_review_proposal_id references proposal (id),
        reviewer_id uuid not null constraint fk_proposal_review_reviewer_id references call_reviewer (id),
        organization_id uuid not null
          constraint fk_proposal_review_organization_id references organization (id),
        person_id uuid not null constraint fk_proposal_review_person_id references person (id),
        round int not null default 1,
        version_number int not null,
        because text not null default 'quorum',
        state text not null default 'assigned',
        reason text,
        reason_language text,
        scores jsonb not null default '{}',
        total numeric(5, 2),
        comment text,
        note text,
        language text,
        due_at timestamptz(3) not null,
        submitted_at timestamptz(3),
        version int not null default 1,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now(),
        changed_xid xid8 not null default pg_current_xact_id(),
        constraint uq_proposal_review_proposal_id_stage_round_person_id
          unique (proposal_id, stage, round, person_id),
        constraint ck_proposal_review_stage check (stage in ('concept', 'full')),
        constraint ck_proposal_review_because check (because in ('quorum', 'spread', 'revision')),
        constraint ck_proposal_review_state check (state in ('assigned', 'accepted', 'declined', 'conflicted',
          'submitted', 'expired')),
        constraint ck_proposal_review_total check ((total is not null) = (state = 'submitted')
          and total between 0 and 100)
      );
      create index ix_proposal_review_call_id_stage on proposal_review (call_id, stage, proposal_id);
      create index ix_proposal_review_person_id_id on proposal_review (person_id, id);
      create index ix_proposal_review_reviewer_id on proposal_review (reviewer_id);
      grant select, insert, update on proposal_review to ttn_app;

      create table review_comment (
        id uuid constraint pk_review_comment primary key,
        call_id uuid not null constraint fk_review_comment_call_id references call (id),
        stage text not null,
        proposal_id uuid not null constraint fk_review_comment_proposal_id references proposal (id),
        organization_id uuid not null
          constraint fk_review_comment_organization_id references organization (id),
        author_id uuid not null,
        reviewer_id uuid constraint fk_review_comment_reviewer_id references call_reviewer (id),
        body text not null,
        language text not null,
        created_at timestamptz(3) not null default now()
      );
      create index ix_review_comment_proposal_id_id on review_comment (proposal_id, id);
      grant select, insert on review_comment to ttn_app;
      create trigger review_comment_is_frozen before update or delete on review_comment
        for each row execute function refuse_change_of_frozen_row();

      create table review_step (
        id uuid constraint pk_review_step primary key,
        call_id uuid not null constraint fk_review_step_call_id references call (id),
        stage text not null,
        proposal_id uuid not null constraint fk_review_step_proposal_id references proposal (id),
        verb text not null,
        rule_number int,
        fields text[] not null default '{}',
        words text,
        language text,
        due_at timestamptz(3),
        organization_id uuid not null
          constraint fk_review_step_organization_id references organization (id),
        actor_id uuid not null,
        at timestamptz(3) not null default now(),
        constraint ck_review_step_verb check (verb in ('eligible', 'not-eligible', 'ask-more', 'readmit',
          'request-revision', 'ready')),
        constraint ck_review_step_rule_number check ((rule_number is not null) = (verb = 'not-eligible'))
      );
      create index ix_review_step_proposal_id_id on review_step (proposal_id, id);
      grant select, insert on review_step to ttn_app;
      create trigger review_step_is_frozen before update or delete on review_step
        for each row execute function refuse_change_of_frozen_row();

      create table decision_batch (
        id uuid constraint pk_decision_batch primary key,
        call_id uuid not null constraint fk_decision_batch_call_id references call (id),
        stage text not null,
        organization_id uuid not null
          constraint fk_decision_batch_organization_id references organization (id),
        state text not null default 'draft',
        agreed_by uuid,
        agreed_at timestamptz(3),
        released_by uuid,
        released_at timestamptz(3),
        version int not null default 1,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now(),
        changed_xid xid8 not null default pg_current_xact_id(),
        constraint uq_decision_batch_call_id_stage unique (call_id, stage),
        constraint ck_decision_batch_state check (state in ('draft', 'agreed', 'released')),
        constraint ck_decision_batch_released check ((released_at is not null) = (state = 'released'))
      );
      grant select, insert, update on decision_batch to ttn_app;

      create table proposal_decision (
        proposal_id uuid not null constraint fk_proposal_decision_proposal_id references proposal (id),
        stage text not null,
        batch_id uuid not null constraint fk_proposal_decision_batch_id references decision_batch (id),
        outcome text not null,
        reasons text not null,
        conditions text[] not null default '{}',
        language text not null,
        decided_by uuid not null,
        party_ids uuid[] not null default '{}',
        released_at timestamptz(3),
        version int not null default 1,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now(),
        constraint pk_proposal_decision primary key (proposal_id, stage),
        constraint ck_proposal_decision_outcome check (outcome in ('accepted', 'conditional', 'waitlisted',
          'rejected')),
        constraint ck_proposal_decision_conditions
          check ((outcome = 'conditional') = (cardinality(conditions) > 0))
      );
      create index ix_proposal_decision_batch_id on proposal_decision (batch_id);
      create index ix_proposal_decision_released_at on proposal_decision (released_at)
        where outcome in ('accepted', 'conditional');
      grant select, insert, update on proposal_decision to ttn_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table proposal_decision, decision_batch, review_step, review_comment, proposal_review, call_reviewer;
    `);
  }
}
