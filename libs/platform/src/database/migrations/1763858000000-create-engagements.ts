import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Engagements: the agreement on a chosen quote, sessions, deliverables, ratings, the ledger of fees, disputes, notes for
 * the case library, and the calendar feeds of people. Mail may enclose a calendar entry.
 */
export class CreateEngagements1763858000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(AGREEMENT);
    await runner.query(WORK);
    await runner.query(LEDGER);
    await runner.query(ENDING);
    await runner.query(CALENDAR);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table mail drop column enclosures;
      drop table calendar_feed, engagement_case_note, engagement_dispute, ledger_posting, ledger_entry,
        ledger_account, engagement_rating, deliverable_step, engagement_deliverable, engagement_session,
        engagement_party, engagement;
      drop function refuse_unbalanced_entry;
    `);
  }
}

/** What was agreed on can be signed, and never changed: the role of requests may not touch its columns. */
const AGREEMENT = `
  create table engagement (
    id uuid constraint pk_engagement primary key,
    request_id uuid not null constraint fk_engagement_request_id references consulting_request (id),
    quote_id uuid not null,
    title text not null,
    language text not null,
    terms jsonb not null,
    terms_hash text not null,
    currency char(3) not null,
    fee_minor bigint not null,
    tax_minor bigint not null,
    areas text[] not null default '{}',
    is_confidential boolean not null default false,
    requester_organization_id uuid not null
      constraint fk_engagement_requester_organization_id references organization (id),
    requester_person_id uuid not null constraint fk_engagement_requester_person_id references person (id),
    consultant_organization_id uuid not null
      constraint fk_engagement_consultant_organization_id references organization (id),
    consultant_person_id uuid not null constraint fk_engagement_consultant_person_id references person (id),
    conversation_id uuid constraint fk_engagement_conversation_id references conversation (id),
    state text not null default 'agreement',
    frozen_state text,
    signature_due_at timestamptz(3) not null,
    begun_at timestamptz(3),
    accepted_at timestamptz(3),
    ratings_due_at timestamptz(3),
    ratings_opened_at timestamptz(3),
    ended_at timestamptz(3),
    end_reason text,
    end_language text,
    version int not null default 1,
    created_at timestamptz(3) not null default now(),
    updated_at timestamptz(3) not null default now(),
    changed_xid xid8 not null default pg_current_xact_id(),
    constraint uq_engagement_request_id unique (request_id),
    constraint ck_engagement_state check (state in ('agreement', 'in_progress', 'delivered', 'revision', 'accepted',
      'closed', 'disputed', 'cancelled')),
    constraint ck_engagement_frozen_state check ((frozen_state is not null) = (state = 'disputed')),
    constraint ck_engagement_ended_at check ((ended_at is not null) = (state in ('closed', 'cancelled'))),
    constraint ck_engagement_money check (fee_minor >= 0 and tax_minor >= 0)
  );
  create index ix_engagement_requester_organization_id_id on engagement (requester_organization_id, id);
  create index ix_engagement_consultant_organization_id_id on engagement (consultant_organization_id, id);
  create index ix_engagement_requester_person_id on engagement (requester_person_id);
  create index ix_engagement_consultant_person_id on engagement (consultant_person_id);
  grant select, insert on engagement to ttn_app;
  grant update (requester_organization_id, consultant_organization_id, conversation_id, state, frozen_state, begun_at,
    accepted_at, ratings_due_at, ratings_opened_at, ended_at, end_reason, end_language, version, updated_at, changed_xid)
    on engagement to ttn_app;

  create table engagement_party (
    id uuid constraint pk_engagement_party primary key,
    engagement_id uuid not null constraint fk_engagement_party_engagement_id references engagement (id),
    organization_id uuid not null constraint fk_engagement_party_organization_id references organization (id),
    side text not null,
    share_basis_points int not null default 0,
    signed_by uuid,
    signed_at timestamptz(3),
    signed_hash text,
    constraint ck_engagement_party_side check (side in ('consultant', 'requester', 'bearer')),
    constraint ck_engagement_party_share_basis_points check (share_basis_points between 0 and 10000),
    constraint ck_engagement_party_signed check ((signed_at is not null) = (signed_by is not null)
      and (signed_at is not null) = (signed_hash is not null))
  );
  create index ix_engagement_party_engagement_id on engagement_party (engagement_id);
  create index ix_engagement_party_organization_id on engagement_party (organization_id, engagement_id);
  grant select, insert on engagement_party to ttn_app;
  grant update (organization_id, signed_by, signed_at, signed_hash) on engagement_party to ttn_app;
`;

const WORK = `
  create table engagement_session (
    id uuid constraint pk_engagement_session primary key,
    engagement_id uuid not null constraint fk_engagement_session_engagement_id references engagement (id),
    state text not null default 'proposed',
    agenda text not null,
    language text not null,
    length_minutes int not null,
    place text,
    slots timestamptz[] not null,
    starts_at timestamptz(3),
    sequence int not null default 0,
    proposed_by_side text not null,
    absent text,
    end_reason text,
    minutes text,
    minutes_language text,
    held_minutes int,
    minutes_written_by uuid,
    minutes_written_at timestamptz(3),
    minutes_confirmed_by uuid,
    minutes_confirmed_at timestamptz(3),
    created_by uuid not null,
    created_at timestamptz(3) not null default now(),
    updated_at timestamptz(3) not null default now(),
    changed_xid xid8 not null default pg_current_xact_id(),
    constraint ck_engagement_session_state check (state in ('proposed', 'confirmed', 'moved', 'held', 'missed',
      'cancelled')),
    constraint ck_engagement_session_length_minutes check (length_minutes between 15 and 480),
    constraint ck_engagement_session_proposed_by_side check (proposed_by_side in ('consultant', 'requester')),
    constraint ck_engagement_session_absent check (absent in ('consultant', 'requester', 'both')),
    constraint ck_engagement_session_starts_at check (starts_at is not null or state in ('proposed', 'cancelled')),
    constraint ck_engagement_session_minutes check ((minutes is not null) = (state = 'held'))
  );
  create index ix_engagement_session_engagement_id on engagement_session (engagement_id, id);
  create index ix_engagement_session_starts_at on engagement_session (starts_at) where state = 'confirmed';
  grant select, insert, update on engagement_session to ttn_app;

  create table engagement_deliverable (
    id uuid constraint pk_engagement_deliverable primary key,
    engagement_id uuid not null constraint fk_engagement_deliverable_engagement_id references engagement (id),
    position int not null,
    title text not null,
    due_day date,
    state text not null default 'due',
    revisions int not null default 0,
    submitted_at timestamptz(3),
    changed_xid xid8 not null default pg_current_xact_id(),
    constraint uq_engagement_deliverable_engagement_id_position unique (engagement_id, position),
    constraint ck_engagement_deliverable_state check (state in ('due', 'submitted', 'revision', 'accepted')),
    constraint ck_engagement_deliverable_revisions check (revisions between 0 and 2)
  );
  grant select, insert on engagement_deliverable to ttn_app;
  grant update (state, revisions, submitted_at, changed_xid) on engagement_deliverable to ttn_app;

  create table deliverable_step (
    id uuid constraint pk_deliverable_step primary key,
    deliverable_id uuid not null
      constraint fk_deliverable_step_deliverable_id references engagement_deliverable (id),
    verb text not null,
    words text,
    language text,
    file_ids uuid[] not null default '{}',
    actor_id uuid not null,
    at timestamptz(3) not null default now(),
    constraint ck_deliverable_step_verb check (verb in ('submit', 'accept', 'ask-revision'))
  );
  create index ix_deliverable_step_deliverable_id on deliverable_step (deliverable_id, id);
  grant select, insert on deliverable_step to ttn_app;
  create trigger deliverable_step_is_frozen before update or delete on deliverable_step
    for each row execute function refuse_change_of_frozen_row();

  create table engagement_rating (
    id uuid constraint pk_engagement_rating primary key,
    engagement_id uuid not null constraint fk_engagement_rating_engagement_id references engagement (id),
    side text not null,
    quality int not null,
    communication int not null,
    reliability int not null,
    words text,
    language text,
    person_id uuid not null,
    created_at timestamptz(3) not null default now(),
    constraint uq_engagement_rating_engagement_id_side unique (engagement_id, side),
    constraint ck_engagement_rating_side check (side in ('consultant', 'requester')),
    constraint ck_engagement_rating_scores check (quality between 1 and 5 and communication between 1 and 5
      and reliability between 1 and 5)
  );
  grant select, insert on engagement_rating to ttn_app;
  create trigger engagement_rating_is_frozen before update or delete on engagement_rating
    for each row execute function refuse_change_of_frozen_row();
`;

/** Double entry: what is written stays, and whatever writes it, an entry whose postings do not cancel out is refused. */
const LEDGER = `
  create table ledger_account (
    id uuid constraint pk_ledger_account primary key,
    engagement_id uuid not null constraint fk_ledger_account_engagement_id references engagement (id),
    party_id uuid not null constraint fk_ledger_account_party_id references engagement_party (id),
    kind text not null,
    currency char(3) not null,
    created_at timestamptz(3) not null default now(),
    constraint uq_ledger_account_party_id_kind unique (party_id, kind),
    constraint ck_ledger_account_kind check (kind in ('owed', 'fees', 'tax', 'received'))
  );
  create index ix_ledger_account_engagement_id on ledger_account (engagement_id);
  grant select, insert on ledger_account to ttn_app;
  create trigger ledger_account_is_frozen before update or delete on ledger_account
    for each row execute function refuse_change_of_frozen_row();

  create table ledger_entry (
    id uuid constraint pk_ledger_entry primary key,
    engagement_id uuid not null constraint fk_ledger_entry_engagement_id references engagement (id),
    party_id uuid not null constraint fk_ledger_entry_party_id references engagement_party (id),
    kind text not null,
    reference text not null,
    day date not null,
    reverses_id uuid constraint fk_ledger_entry_reverses_id references ledger_entry (id),
    reason text,
    recorded_by uuid not null,
    created_at timestamptz(3) not null default now(),
    constraint uq_ledger_entry_engagement_id_kind_reference unique (engagement_id, kind, reference),
    constraint uq_ledger_entry_reverses_id unique (reverses_id),
    constraint ck_ledger_entry_kind check (kind in ('invoiced', 'paid', 'reversal')),
    constraint ck_ledger_entry_reverses_id check ((reverses_id is not null) = (kind = 'reversal'))
  );
  grant select, insert on ledger_entry to ttn_app;
  create trigger ledger_entry_is_frozen before update or delete on ledger_entry
    for each row execute function refuse_change_of_frozen_row();

  create table ledger_posting (
    entry_id uuid not null constraint fk_ledger_posting_entry_id references ledger_entry (id),
    account_id uuid not null constraint fk_ledger_posting_account_id references ledger_account (id),
    amount_minor bigint not null,
    constraint pk_ledger_posting primary key (entry_id, account_id),
    constraint ck_ledger_posting_amount_minor check (amount_minor <> 0)
  );
  create index ix_ledger_posting_account_id on ledger_posting (account_id);
  grant select, insert on ledger_posting to ttn_app;
  create trigger ledger_posting_is_frozen before update or delete on ledger_posting
    for each row execute function refuse_change_of_frozen_row();

  create function refuse_unbalanced_entry() returns trigger language plpgsql as $$
  declare
    checked uuid := coalesce(to_jsonb(new) ->> 'entry_id', to_jsonb(new) ->> 'id')::uuid;
  begin
    if not exists (select from ledger_posting where entry_id = checked) or exists (
      select from ledger_posting posting join ledger_account account on account.id = posting.account_id
      where posting.entry_id = checked group by account.currency having sum(posting.amount_minor) <> 0
    ) then
      raise exception 'ledger entry % is not balanced', checked using errcode = 'check_violation';
    end if;
    return null;
  end $$;
  create constraint trigger ledger_entry_is_balanced after insert on ledger_entry
    deferrable initially deferred for each row execute function refuse_unbalanced_entry();
  create constraint trigger ledger_posting_is_balanced after insert on ledger_posting
    deferrable initially deferred for each row execute function refuse_unbalanced_entry();
`;

const ENDING = `
  create table engagement_dispute (
    id uuid constraint pk_engagement_dispute primary key,
    engagement_id uuid not null constraint fk_engagement_dispute_engagement_id references engagement (id),
    side text not null,
    reason text not null,
    language text not null,
    raised_by uuid not null,
    due_at timestamptz(3) not null,
    is_calendar_known boolean not null,
    outcome text,
    decision text,
    decision_language text,
    decided_by uuid,
    decided_at timestamptz(3),
    created_at timestamptz(3) not null default now(),
    constraint ck_engagement_dispute_side check (side in ('consultant', 'requester')),
    constraint ck_engagement_dispute_outcome check (outcome in ('resume', 'settle', 'call-off')),
    constraint ck_engagement_dispute_decided check ((outcome is not null) = (decided_at is not null)
      and (outcome is not null) = (decision is not null))
  );
  create index ix_engagement_dispute_engagement_id on engagement_dispute (engagement_id, id);
  create unique index uq_engagement_dispute_open on engagement_dispute (engagement_id) where outcome is null;
  grant select, insert on engagement_dispute to ttn_app;
  grant update (outcome, decision, decision_language, decided_by, decided_at) on engagement_dispute to ttn_app;

  create table engagement_case_note (
    engagement_id uuid constraint pk_engagement_case_note primary key
      constraint fk_engagement_case_note_engagement_id references engagement (id),
    title text not null,
    question text not null,
    answer text not null,
    language text not null,
    areas text[] not null default '{}',
    tells_country boolean not null default false,
    drafted_by uuid not null,
    consultant_consent_by uuid,
    consultant_consent_at timestamptz(3),
    requester_consent_by uuid,
    requester_consent_at timestamptz(3),
    published_at timestamptz(3),
    created_at timestamptz(3) not null default now(),
    updated_at timestamptz(3) not null default now()
  );
  grant select, insert, update on engagement_case_note to ttn_app;
`;

const CALENDAR = `
  create table calendar_feed (
    person_id uuid constraint pk_calendar_feed primary key
      constraint fk_calendar_feed_person_id references person (id),
    secret_hash text not null,
    created_at timestamptz(3) not null default now(),
    constraint uq_calendar_feed_secret_hash unique (secret_hash)
  );
  grant select, insert, update, delete on calendar_feed to ttn_app;

  alter table mail add column enclosures jsonb not null default '[]';
`;
