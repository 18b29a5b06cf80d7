import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Proposals of calls: their whole life, who writes and stands behind them, and what goes with them. */
export class GatherConsortia1763852000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table proposal
        add column call_id uuid,
        add column call_version int,
        add column call_organization_id uuid
          constraint fk_proposal_call_organization_id references organization (id),
        add column stage text,
        add column answers jsonb not null default '{}',
        add column work_plan jsonb not null default '[]',
        add column budget_lines jsonb not null default '[]',
        add column lead_task text,
        add column reopened_fields text[],
        add column due_at timestamptz(3),
        add column released_at timestamptz(3),
        drop constraint ck_proposal_state;
      alter table proposal
        add constraint ck_proposal_state check (state in ('draft', 'submitted', 'screening', 'more_info', 'in_review',
          'discussion', 'revision_requested', 'ready_for_decision', 'accepted', 'conditional', 'waitlisted',
          'rejected', 'withdrawn')),
        add constraint ck_proposal_call check ((call_id is null) = (stage is null)
          and (call_id is null) = (call_version is null) and (call_id is null) = (call_organization_id is null)
          and stage in ('concept', 'full')),
        add constraint ck_proposal_assessed check (call_id is not null
          or state in ('draft', 'submitted', 'withdrawn')),
        add constraint ck_proposal_due check (due_at is null or state in ('more_info', 'revision_requested')),
        add constraint ck_proposal_released check (released_at is null
          or state in ('accepted', 'conditional', 'waitlisted', 'rejected', 'withdrawn'));
      create index ix_proposal_call_id on proposal (call_id, state) where call_id is not null;

      create table proposal_step (
        id uuid constraint pk_proposal_step primary key,
        proposal_id uuid not null constraint fk_proposal_step_proposal_id references proposal (id),
        verb text not null,
        from_state text not null,
        to_state text not null,
        actor_id uuid not null,
        actor_organization_id uuid,
        code text,
        note text,
        language text,
        fields text[],
        due_at timestamptz(3),
        at timestamptz(3) not null default now(),
        changed_xid xid8 not null default pg_current_xact_id()
      );
      create index ix_proposal_step_proposal_id_id on proposal_step (proposal_id, id);
      grant select, insert on proposal_step to ttn_app;
      create trigger proposal_step_is_frozen before update or delete on proposal_step
        for each row execute function refuse_change_of_frozen_row();

      create table proposal_partner (
        id uuid constraint pk_proposal_partner primary key,
        proposal_id uuid not null constraint fk_proposal_partner_proposal_id references proposal (id),
        organization_id uuid not null constraint fk_proposal_partner_organization_id references organization (id),
        state text not null default 'invited',
        task text,
        share_minor bigint,
        invited_by uuid not null,
        answered_by uuid,
        signed_sha256 text,
        signed_by uuid,
        signed_at timestamptz(3),
        version int not null default 1,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now(),
        changed_xid xid8 not null default pg_current_xact_id(),
        constraint uq_proposal_partner_proposal_id_organization_id unique (proposal_id, organization_id),
        constraint ck_proposal_partner_state
          check (state in ('invited', 'accepted', 'declined', 'left', 'removed')),
        constraint ck_proposal_partner_share check (share_minor >= 0),
        constraint ck_proposal_partner_signed check ((signed_sha256 is null) = (signed_by is null)
          and (signed_sha256 is null) = (signed_at is null) and (signed_sha256 is null or state = 'accepted'))
      );
      create index ix_proposal_partner_organization_id on proposal_partner (organization_id, state);
      grant select, insert, update on proposal_partner to ttn_app;

      create table proposal_coauthor (
        id uuid constraint pk_proposal_coauthor primary key,
        proposal_id uuid not null constraint fk_proposal_coauthor_proposal_id references proposal (id),
        person_id uuid not null constraint fk_proposal_coauthor_person_id references person (id),
        organization_id uuid not null constraint fk_proposal_coauthor_organization_id references organization (id),
        access text not null,
        state text not null default 'invited',
        invited_by uuid not null,
        expires_at timestamptz(3) not null,
        version int not null default 1,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now(),
        changed_xid xid8 not null default pg_current_xact_id(),
        constraint ck_proposal_coauthor_access check (access in ('view', 'comment', 'edit')),
        constraint ck_proposal_coauthor_state
          check (state in ('invited', 'accepted', 'declined', 'expired', 'removed'))
      );
      create unique index uq_proposal_coauthor_current on proposal_coauthor (proposal_id, person_id)
        where state in ('invited', 'accepted');
      create index ix_proposal_coauthor_person_id on proposal_coauthor (person_id);
      grant select, insert, update, delete on proposal_coauthor to ttn_app;

      create table proposal_letter (
        id uuid constraint pk_proposal_letter primary key,
        proposal_id uuid not null constraint fk_proposal_letter_proposal_id references proposal (id),
        organization_id uuid not null constraint fk_proposal_letter_organization_id references organization (id),
        state text not null default 'asked',
        body text,
        language text,
        dated date,
        sha256 text,
        asked_by uuid not null,
        signed_by uuid,
        revoked_at timestamptz(3),
        reason text,
        version int not null default 1,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now(),
        changed_xid xid8 not null default pg_current_xact_id(),
        constraint uq_proposal_letter_proposal_id_organization_id unique (proposal_id, organization_id),
        constraint ck_proposal_letter_state check (state in ('asked', 'given', 'declined', 'revoked')),
        constraint ck_proposal_letter_given check (state not in ('given', 'revoked')
          or (body is not null and language is not null and dated is not null and sha256 is not null
            and signed_by is not null)),
        constraint ck_proposal_letter_revoked check ((state = 'revoked') = (revoked_at is not null))
      );
      create index ix_proposal_letter_organization_id on proposal_letter (organization_id, state);
      grant select, insert, update on proposal_letter to ttn_app;

      create table proposal_annex (
        id uuid constraint pk_proposal_annex primary key,
        proposal_id uuid not null constraint fk_proposal_annex_proposal_id references proposal (id),
        file_id uuid not null,
        title text not null,
        question_key text,
        sha256 text not null,
        added_by uuid not null,
        created_at timestamptz(3) not null default now(),
        removed_at timestamptz(3),
        constraint uq_proposal_annex_file_id unique (file_id)
      );
      create index ix_proposal_annex_proposal_id on proposal_annex (proposal_id);
      grant select, insert, update, delete on proposal_annex to ttn_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from timer where key like 'proposal-%';
      drop table proposal_annex, proposal_letter, proposal_coauthor, proposal_partner, proposal_step;
      drop index ix_proposal_call_id;
      alter table proposal
        drop constraint ck_proposal_state, drop constraint ck_proposal_call, drop constraint ck_proposal_assessed,
        drop constraint ck_proposal_due, drop constraint ck_proposal_released;
      update proposal set state = 'submitted' where state not in ('draft', 'submitted', 'withdrawn');
      alter table proposal
        drop column call_id, drop column call_version, drop column call_organization_id, drop column stage,
        drop column answers, drop column work_plan, drop column budget_lines,
        drop column lead_task, drop column reopened_fields, drop column due_at, drop column released_at,
        add constraint ck_proposal_state check (state in ('draft', 'submitted', 'withdrawn'));
    `);
  }
}
