import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Projects that come out of accepted proposals: what they have to show, how they end, what the public sees. */
export class CreateProjects1763855000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table project (
        id uuid constraint pk_project primary key,
        proposal_id uuid not null constraint fk_project_proposal_id references proposal (id),
        proposal_version int not null,
        call_id uuid not null constraint fk_project_call_id references call (id),
        organization_id uuid not null constraint fk_project_organization_id references organization (id),
        runner_id uuid not null constraint fk_project_runner_id references organization (id),
        title text not null,
        summary text,
        language text not null,
        themes text[] not null default '{}',
        sdg_targets text[] not null default '{}',
        budget_minor bigint,
        currency char(3),
        zone text not null,
        state text not null default 'running',
        conversation_id uuid,
        started_at timestamptz(3) not null default now(),
        closing_since timestamptz(3),
        ended_at timestamptz(3),
        version int not null default 1,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now(),
        changed_xid xid8 not null default pg_current_xact_id(),
        constraint uq_project_proposal_id unique (proposal_id),
        constraint ck_project_state check (state in ('running', 'closing', 'closed', 'suspended', 'terminated')),
        constraint ck_project_budget check (budget_minor >= 0)
      );
      create index ix_project_organization_id on project (organization_id);
      create index ix_project_runner_id on project (runner_id);
      create index ix_project_call_id on project (call_id);
      create index ix_project_ended_at_id on project (ended_at, id) where state = 'closed';
      grant select, insert, update on project to ttn_app;

      create table project_partner (
        project_id uuid not null constraint fk_project_partner_project_id references project (id),
        organization_id uuid not null
          constraint fk_project_partner_organization_id references organization (id),
        position int not null,
        task text,
        share_minor bigint,
        consents boolean,
        consent_by uuid,
        consent_at timestamptz(3),
        constraint pk_project_partner primary key (project_id, organization_id),
        constraint ck_project_partner_consents check ((consents is null) = (consent_at is null))
      );
      create index ix_project_partner_organization_id on project_partner (organization_id);
      grant select, insert, update, delete on project_partner to ttn_app;

      create table project_budget_line (
        id uuid constraint pk_project_budget_line primary key,
        project_id uuid not null constraint fk_project_budget_line_project_id references project (id),
        organization_id uuid not null
          constraint fk_project_budget_line_organization_id references organization (id),
        position int not null,
        title text not null,
        amount_minor bigint not null,
        constraint ck_project_budget_line_amount check (amount_minor >= 0)
      );
      create index ix_project_budget_line_project_id on project_budget_line (project_id);
      create index ix_project_budget_line_organization_id on project_budget_line (organization_id);
      grant select, insert, update on project_budget_line to ttn_app;

      create table project_milestone (
        id uuid constraint pk_project_milestone primary key,
        project_id uuid not null constraint fk_project_milestone_project_id references project (id),
        organization_id uuid not null
          constraint fk_project_milestone_organization_id references organization (id),
        kind text not null,
        position int not null,
        title text not null,
        deliverable text,
        due_day date not null,
        state text not null default 'planned',
        words text,
        language text,
        spending jsonb not null default '[]',
        submitted_by uuid,
        submitted_at timestamptz(3),
        note text,
        note_language text,
        settled_by uuid,
        settled_at timestamptz(3),
        reminded int,
        version int not null default 1,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now(),
        changed_xid xid8 not null default pg_current_xact_id(),
        constraint uq_project_milestone_project_id_kind_position unique (project_id, kind, position),
        constraint ck_project_milestone_kind check (kind in ('milestone', 'interim-report', 'final-report')),
        constraint ck_project_milestone_state
          check (state in ('planned', 'due', 'submitted', 'returned', 'accepted'))
      );
      create index ix_project_milestone_organization_id on project_milestone (organization_id);
      grant select, insert, update on project_milestone to ttn_app;

      create table project_evidence (
        id uuid constraint pk_project_evidence primary key,
        project_id uuid not null constraint fk_project_evidence_project_id references project (id),
        milestone_id uuid not null
          constraint fk_project_evidence_milestone_id references project_milestone (id),
        file_id uuid not null,
        title text not null,
        added_by uuid not null,
        created_at timestamptz(3) not null default now(),
        constraint uq_project_evidence_file_id unique (file_id)
      );
      create index ix_project_evidence_project_id on project_evidence (project_id);
      create index ix_project_evidence_milestone_id on project_evidence (milestone_id);
      grant select, insert, delete on project_evidence to ttn_app;

      create table project_day_change (
        id uuid constraint pk_project_day_change primary key,
        project_id uuid not null constraint fk_project_day_change_project_id references project (id),
        milestone_id uuid not null
          constraint fk_project_day_change_milestone_id references project_milestone (id),
        organization_id uuid not null
          constraint fk_project_day_change_organization_id references organization (id),
        from_day date not null,
        to_day date not null,
        reason text not null,
        language text not null,
        state text not null default 'asked',
        note text,
        note_language text,
        asked_by uuid not null,
        asked_at timestamptz(3) not null default now(),
        answered_by uuid,
        answered_at timestamptz(3),
        constraint ck_project_day_change_state check (state in ('asked', 'approved', 'declined', 'withdrawn'))
      );
      create unique index uq_project_day_change_asked on project_day_change (milestone_id) where state = 'asked';
      create index ix_project_day_change_project_id on project_day_change (project_id);
      create index ix_project_day_change_organization_id on project_day_change (organization_id);
      grant select, insert, update on project_day_change to ttn_app;

      create table project_rating (
        project_id uuid not null constraint fk_project_rating_project_id references project (id),
        by_organization_id uuid not null
          constraint fk_project_rating_by_organization_id references organization (id),
        about_organization_id uuid not null
          constraint fk_project_rating_about_organization_id references organization (id),
        cooperation int not null,
        would_again boolean not null,
        words text,
        language text,
        person_id uuid not null,
        created_at timestamptz(3) not null default now(),
        constraint pk_project_rating primary key (project_id, by_organization_id, about_organization_id),
        constraint ck_project_rating_cooperation check (cooperation between 1 and 5)
      );
      create index ix_project_rating_about_organization_id on project_rating (about_organization_id);
      create index ix_project_rating_by_organization_id on project_rating (by_organization_id);
      grant select, insert, update, delete on project_rating to ttn_app;

      create table project_result (
        project_id uuid constraint pk_project_result primary key
          constraint fk_project_result_project_id references project (id),
        texts jsonb not null default '[]',
        figures jsonb not null default '[]',
        saved_by uuid not null,
        version int not null default 1,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now()
      );
      grant select, insert, update on project_result to ttn_app;

      create table project_picture (
        id uuid constraint pk_project_picture primary key,
        project_id uuid not null constraint fk_project_picture_project_id references project (id),
        file_id uuid not null,
        alt text not null,
        language text not null,
        added_by uuid not null,
        created_at timestamptz(3) not null default now(),
        constraint uq_project_picture_file_id unique (file_id)
      );
      create index ix_project_picture_project_id on project_picture (project_id);
      grant select, insert, delete on project_picture to ttn_app;

      create table project_step (
        id uuid constraint pk_project_step primary key,
        project_id uuid not null constraint fk_project_step_project_id references project (id),
        milestone_id uuid constraint fk_project_step_milestone_id references project_milestone (id),
        verb text not null,
        from_state text not null,
        to_state text not null,
        words text,
        language text,
        actor_id uuid not null,
        organization_id uuid,
        at timestamptz(3) not null default now(),
        changed_xid xid8 not null default pg_current_xact_id()
      );
      create index ix_project_step_project_id_id on project_step (project_id, id);
      grant select, insert on project_step to ttn_app;
      create trigger project_step_is_frozen before update or delete on project_step
        for each row execute function refuse_change_of_frozen_row();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table project_step, project_picture, project_result, project_rating, project_day_change,
        project_evidence, project_milestone, project_budget_line, project_partner, project;
    `);
  }
}
