import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The way of a consulting request: triage, experts, sealed quotes, the library of cases, stated currency rates. */
export class ExtendConsulting1763857001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table consulting_request
        add column kind text not null default 'b2b',
        add column goal text,
        add column budget_from_minor bigint,
        add column named_consultants uuid[] not null default '{}',
        add column state_since timestamptz(3) not null default now(),
        add column due_at timestamptz(3),
        add column due_is_known boolean not null default true,
        add column late_rounds int not null default 0,
        add column triage_person_id uuid,
        add column quotes_close_at timestamptz(3),
        add column quotes_opened_at timestamptz(3),
        add column selected_quote_id uuid,
        add column answered_case_id uuid,
        add column answered_city_id uuid
          constraint fk_consulting_request_answered_city_id references organization (id),
        drop constraint ck_consulting_request_state,
        add constraint ck_consulting_request_state check (state in ('draft', 'submitted', 'triage', 'need_info',
          'matching', 'quoting', 'quote_selected', 'engaged', 'closed', 'answered', 'out_of_scope', 'unanswered',
          'cancelled')),
        add constraint ck_consulting_request_kind check (kind in ('committee', 'b2b')),
        add constraint ck_consulting_request_budget_from
          check (budget_from_minor >= 0 and budget_from_minor <= budget_minor),
        add constraint ck_consulting_request_selected
          check (selected_quote_id is not null or state not in ('quote_selected', 'engaged', 'closed'));
      create index ix_consulting_request_state on consulting_request (state, due_at);
      create index ix_consulting_request_organization_id on consulting_request (organization_id, id);

      create table consulting_cost_bearer (
        request_id uuid not null
          constraint fk_consulting_cost_bearer_request_id references consulting_request (id),
        organization_id uuid not null
          constraint fk_consulting_cost_bearer_organization_id references organization (id),
        share_basis_points int not null,
        constraint pk_consulting_cost_bearer primary key (request_id, organization_id),
        constraint ck_consulting_cost_bearer_share check (share_basis_points between 1 and 10000)
      );
      create index ix_consulting_cost_bearer_organization_id on consulting_cost_bearer (organization_id);
      grant select, insert, update, delete on consulting_cost_bearer to ttn_app;

      create table consulting_step (
        id uuid constraint pk_consulting_step primary key,
        request_id uuid not null constraint fk_consulting_step_request_id references consulting_request (id),
        verb text not null,
        from_state text not null,
        to_state text not null,
        code text,
        words text,
        language text,
        actor_id uuid not null,
        actor_organization_id uuid,
        at timestamptz(3) not null default now()
      );
      create index ix_consulting_step_request_id_id on consulting_step (request_id, id);
      create index ix_consulting_step_actor_id on consulting_step (actor_id);
      grant select, insert on consulting_step to ttn_app;
      create trigger consulting_step_is_frozen before update or delete on consulting_step
        for each row execute function refuse_change_of_frozen_row();

      create table expert_invitation (
        id uuid constraint pk_expert_invitation primary key,
        request_id uuid not null constraint fk_expert_invitation_request_id references consulting_request (id),
        organization_id uuid not null
          constraint fk_expert_invitation_organization_id references organization (id),
        inviting_organization_id uuid not null
          constraint fk_expert_invitation_inviting_organization_id references organization (id),
        invited_by uuid not null,
        state text not null default 'invited',
        due_at timestamptz(3) not null,
        reminded_at timestamptz(3),
        answered_by uuid,
        answered_at timestamptz(3),
        no_conflict_declared boolean not null default false,
        confidentiality_declared boolean not null default false,
        reason text,
        words text,
        language text,
        version int not null default 1,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now(),
        changed_xid xid8 not null default pg_current_xact_id(),
        constraint uq_expert_invitation_request_id_organization_id unique (request_id, organization_id),
        constraint ck_expert_invitation_state
          check (state in ('invited', 'accepted', 'declined', 'expired', 'released')),
        constraint ck_expert_invitation_declared
          check (state <> 'accepted' or (no_conflict_declared and confidentiality_declared))
      );
      create index ix_expert_invitation_organization_id on expert_invitation (organization_id, id);
      grant select, insert, update on expert_invitation to ttn_app;

      create table quote (
        id uuid constraint pk_quote primary key,
        request_id uuid not null constraint fk_quote_request_id references consulting_request (id),
        organization_id uuid not null constraint fk_quote_organization_id references organization (id),
        created_by uuid not null,
        state text not null default 'submitted',
        number int not null default 1,
        valid_until date not null,
        reason text,
        words text,
        language text,
        settled_at timestamptz(3),
        version int not null default 1,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now(),
        changed_xid xid8 not null default pg_current_xact_id(),
        constraint ck_quote_state
          check (state in ('submitted', 'selected', 'not_selected', 'withdrawn', 'expired', 'released'))
      );
      create unique index uq_quote_live on quote (request_id, organization_id)
        where state in ('submitted', 'selected');
      create unique index uq_quote_selected on quote (request_id) where state = 'selected';
      create index ix_quote_organization_id on quote (organization_id, id);
      grant select, insert, update on quote to ttn_app;

      create table quote_version (
        quote_id uuid not null constraint fk_quote_version_quote_id references quote (id),
        number int not null,
        scope text not null,
        language text not null,
        sessions int not null,
        deliverables jsonb not null default '[]',
        fee_minor bigint not null,
        tax_minor bigint not null,
        currency char(3) not null,
        cost_shares jsonb not null default '[]',
        valid_until date not null,
        note text,
        saved_by uuid not null,
        saved_at timestamptz(3) not null default now(),
        constraint pk_quote_version primary key (quote_id, number),
        constraint ck_quote_version_number check (number >= 1),
        constraint ck_quote_version_sessions check (sessions between 0 and 200),
        constraint ck_quote_version_money check (fee_minor >= 0 and tax_minor >= 0)
      );
      create index ix_quote_version_saved_by on quote_version (saved_by);
      grant select, insert on quote_version to ttn_app;
      create trigger quote_version_is_frozen before update or delete on quote_version
        for each row execute function refuse_change_of_frozen_row();

      create table library_case (
        id uuid constraint pk_library_case primary key,
        areas text[] not null default '{}',
        language text not null,
        title text not null,
        question text not null,
        answer text not null,
        country char(2),
        source_engagement_id uuid,
        state text not null default 'published',
        tokens text[] not null default '{}',
        version int not null default 1,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now(),
        constraint uq_library_case_source_engagement_id unique (source_engagement_id),
        constraint ck_library_case_state check (state in ('published', 'withdrawn'))
      );
      create index ix_library_case_tokens on library_case using gin (tokens);
      grant select, insert, update on library_case to ttn_app;
      alter table consulting_request add constraint fk_consulting_request_answered_case_id
        foreign key (answered_case_id) references library_case (id);
      alter table consulting_request add constraint fk_consulting_request_selected_quote_id
        foreign key (selected_quote_id) references quote (id);

      create table currency_rate (
        id uuid constraint pk_currency_rate primary key,
        currency char(3) not null,
        units_per_dollar numeric(20, 8) not null,
        stated_on date not null,
        source text not null,
        created_at timestamptz(3) not null default now(),
        constraint uq_currency_rate_currency_stated_on unique (currency, stated_on),
        constraint ck_currency_rate_units_per_dollar check (units_per_dollar > 0)
      );
      grant select, insert, update on currency_rate to ttn_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table currency_rate;
      alter table consulting_request
        drop constraint fk_consulting_request_answered_case_id,
        drop constraint fk_consulting_request_selected_quote_id;
      drop table library_case;
      drop table quote_version;
      drop table quote;
      drop table expert_invitation;
      drop table consulting_step;
      drop table consulting_cost_bearer;
      drop index ix_consulting_request_state;
      drop index ix_consulting_request_organization_id;
      update consulting_request set state = 'submitted' where state <> 'draft';
      alter table consulting_request
        drop constraint ck_consulting_request_state,
        add constraint ck_consulting_request_state check (state in ('draft', 'submitted')),
        drop column kind, drop column goal, drop column budget_from_minor, drop column named_consultants,
        drop column state_since, drop column due_at, drop column due_is_known, drop column late_rounds,
        drop column triage_person_id, drop column quotes_close_at, drop column quotes_opened_at,
        drop column selected_quote_id, drop column answered_case_id, drop column answered_city_id;
    `);
  }
}
