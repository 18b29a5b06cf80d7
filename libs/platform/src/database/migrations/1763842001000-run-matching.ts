import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Runs over everybody with their shards and results, the weights that administrators set, what answers have taught,
 * what was shown and answered, and the inputs by which every score can be computed again.
 */
export class RunMatching1763842001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FEED);
    await runner.query(RUNS);
    await runner.query(WEIGHTS);
    await runner.query(LEARNING);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index ix_match_dismissal_organization_id;
      alter table match_run drop column floors;
      alter table outbox_event drop column xid;
      alter table match
        drop column left_input, drop column right_input, drop column spec_input, drop column graph_input;
      drop table match_answer, match_impression, organization_learning, matching_model, matching_weights,
        matching_input, match_result, matching_shard, matching_run;
    `);
  }
}

/** The index follows the events by the ids of their transactions. */
const FEED = `
  alter table outbox_event add column xid xid8 not null default pg_current_xact_id();
  create index ix_outbox_event_market on outbox_event (xid) where aggregate_type in
    ('organization', 'profile', 'opportunity', 'proposal', 'consulting_request', 'import');
  alter table match_run add column floors double precision[] not null default '{}';
  create index ix_match_dismissal_organization_id on match_dismissal (organization_id);
`;

const RUNS = `
  create table matching_run (
    id uuid constraint pk_matching_run primary key,
    reason text not null,
    state text not null default 'running',
    asked_by uuid,
    subjects int not null,
    shards int not null,
    shards_done int not null default 0,
    listed int not null default 0,
    entered int not null default 0,
    failed int not null default 0,
    spec_version text not null,
    vocabulary_version text not null,
    result_hash text,
    started_at timestamptz(3) not null default now(),
    ended_at timestamptz(3),
    version int not null default 1,
    created_at timestamptz(3) not null default now(),
    updated_at timestamptz(3) not null default now(),
    changed_xid xid8 not null default pg_current_xact_id(),
    constraint ck_matching_run_reason check (reason in ('nightly', 'asked', 'vocabulary', 'weights')),
    constraint ck_matching_run_state check (state in ('running', 'finished', 'cancelled')),
    constraint ck_matching_run_ended_at check ((state = 'running') = (ended_at is null)),
    constraint ck_matching_run_result_hash check ((state = 'finished') = (result_hash is not null))
  );
  create unique index ix_matching_run_running on matching_run (state) where state = 'running';
  create index ix_matching_run_started_at on matching_run (started_at);
  grant select, insert, update on matching_run to ttn_app;

  create table matching_shard (
    run_id uuid not null constraint fk_matching_shard_run_id references matching_run (id),
    number int not null,
    subjects jsonb not null,
    hash text,
    done_at timestamptz(3),
    constraint pk_matching_shard primary key (run_id, number)
  );
  grant select, insert, update, delete on matching_shard to ttn_app;

  create table match_result (
    run_id uuid not null constraint fk_match_result_run_id references matching_run (id),
    subject_type text not null,
    subject_id uuid not null,
    counterparts text[] not null,
    scores double precision[] not null,
    constraint pk_match_result primary key (run_id, subject_type, subject_id)
  );
  grant select, insert, delete on match_result to ttn_app;

  create table matching_input (
    hash text constraint pk_matching_input primary key,
    content jsonb not null,
    created_at timestamptz(3) not null default now()
  );
  grant select, insert on matching_input to ttn_app;

  alter table match
    add column left_input text,
    add column right_input text,
    add column spec_input text,
    add column graph_input text;
`;

const WEIGHTS = `
  create table matching_weights (
    id uuid constraint pk_matching_weights primary key,
    number int not null,
    state text not null default 'draft',
    note text not null,
    spec jsonb not null,
    replay jsonb not null,
    created_by uuid not null,
    activated_at timestamptz(3),
    version int not null default 1,
    created_at timestamptz(3) not null default now(),
    updated_at timestamptz(3) not null default now(),
    changed_xid xid8 not null default pg_current_xact_id(),
    constraint uq_matching_weights_number unique (number),
    constraint ck_matching_weights_state check (state in ('draft', 'live', 'retired', 'discarded'))
  );
  create unique index ix_matching_weights_live on matching_weights (state) where state = 'live';
  grant select, insert, update on matching_weights to ttn_app;
`;

const LEARNING = `
  create table matching_model (
    version int constraint pk_matching_model primary key,
    bias double precision not null,
    everybody jsonb not null,
    answers int not null,
    promoted boolean not null,
    replay jsonb not null,
    made_at timestamptz(3) not null default now()
  );
  grant select, insert on matching_model to ttn_app;

  create table organization_learning (
    organization_id uuid constraint pk_organization_learning primary key
      constraint fk_organization_learning_organization_id references organization (id),
    corrections jsonb not null default '{}',
    answers int not null default 0,
    learned_at timestamptz(3),
    reset_at timestamptz(3),
    version int not null default 1,
    created_at timestamptz(3) not null default now(),
    updated_at timestamptz(3) not null default now(),
    changed_xid xid8 not null default pg_current_xact_id()
  );
  grant select, insert, update on organization_learning to ttn_app;

  create table match_impression (
    organization_id uuid not null
      constraint fk_match_impression_organization_id references organization (id),
    match_id uuid not null constraint fk_match_impression_match_id references match (id),
    times int not null default 1,
    position int not null,
    first_shown_at timestamptz(3) not null default now(),
    last_shown_at timestamptz(3) not null default now(),
    constraint pk_match_impression primary key (organization_id, match_id)
  );
  create index ix_match_impression_match_id on match_impression (match_id);
  grant select, insert, update on match_impression to ttn_app;

  create table match_answer (
    id uuid constraint pk_match_answer primary key,
    organization_id uuid not null
      constraint fk_match_answer_organization_id references organization (id),
    match_id uuid not null constraint fk_match_answer_match_id references match (id),
    kind text not null,
    reason text,
    position int not null,
    times_shown int not null,
    is_left boolean not null,
    score double precision not null,
    left_input text not null,
    right_input text not null,
    spec_input text not null,
    graph_input text not null,
    answered_at timestamptz(3) not null default now(),
    folded_in int,
    constraint ck_match_answer_kind check (kind in ('accept', 'decline', 'ignore'))
  );
  create index ix_match_answer_organization_id_answered_at on match_answer (organization_id, answered_at);
  create index ix_match_answer_unfolded on match_answer (answered_at) where folded_in is null;
  create index ix_match_answer_match_id on match_answer (match_id);
  grant select, insert, update on match_answer to ttn_app;
`;
