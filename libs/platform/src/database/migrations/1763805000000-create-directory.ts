import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The directory: what can be found, what people keep of it, and who agreed to be exported. */
export class CreateDirectory1763805000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // The wide columns stand apart, so that the thousands of rows a search looks at stay close together; what every
    // such row is asked for stays in it. Starting helpers costs more than they save in a search of some milliseconds.
    await runner.query(`
      create table directory_entry (
        id uuid constraint pk_directory_entry primary key,
        type text not null,
        ord serial,
        organization_id uuid not null,
        visible boolean not null default false,
        seen_at timestamptz not null,
        standing smallint not null default 2,
        name_folded text not null default '',
        listed_at timestamptz(3) not null default now(),
        closes_on date,
        country text,
        place_id uuid,
        place_name text,
        lat double precision,
        lon double precision,
        facets text[] not null default '{}',
        concepts text[] not null default '{}',
        lexemes tsvector,
        card jsonb,
        texts jsonb,
        constraint uq_directory_entry_ord unique (ord),
        constraint ck_directory_entry_type check (type in ('organization', 'person', 'opportunity'))
      ) with (toast_tuple_target = 512, parallel_workers = 0);
      alter table directory_entry alter column facets set storage main;
      alter table directory_entry alter column concepts set storage main;
      alter table directory_entry alter column lexemes set storage external;
      alter table directory_entry alter column texts set storage external;
      alter table directory_entry alter column card set storage external;
      create index ix_directory_entry_lexemes on directory_entry using gin (lexemes) with (fastupdate = off);
      create index ix_directory_entry_standing on directory_entry (standing, name_folded, id) where visible;
      create index ix_directory_entry_name on directory_entry (name_folded, id) where visible;
      create index ix_directory_entry_listed_at on directory_entry (listed_at, id) where visible;
      create index ix_directory_entry_organization_id on directory_entry (organization_id);
      grant select, insert, update on directory_entry to ttn_app;
      grant usage on sequence directory_entry_ord_seq to ttn_app;

      create table directory_block (
        block int not null,
        token text not null,
        members bit(1024) not null,
        constraint pk_directory_block primary key (token, block)
      );
      grant select, insert, update, delete on directory_block to ttn_app;

      create table directory_word (
        word text constraint pk_directory_word primary key,
        cuts text[] not null
      );
      create index ix_directory_word_cuts on directory_word using gin (cuts);
      grant select, insert, delete on directory_word to ttn_app;

      create table directory_consent (
        organization_id uuid constraint pk_directory_consent primary key
          constraint fk_directory_consent_organization_id references organization (id),
        export boolean not null default false,
        version int not null default 1,
        updated_at timestamptz(3) not null default now()
      );
      grant select, insert, update on directory_consent to ttn_app;

      create table saved_search (
        id uuid constraint pk_saved_search primary key,
        organization_id uuid not null
          constraint fk_saved_search_organization_id references organization (id),
        person_id uuid not null,
        name text not null,
        query jsonb not null,
        expression text not null,
        alert text not null default 'off',
        version int not null default 1,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now(),
        constraint ck_saved_search_name check (char_length(name) between 1 and 200),
        constraint ck_saved_search_alert check (alert in ('off', 'daily', 'at-once'))
      );
      create index ix_saved_search_person_id on saved_search (person_id, organization_id, id);
      create index ix_saved_search_alert on saved_search (id) where alert <> 'off';
      grant select, insert, update, delete on saved_search to ttn_app;

      create table saved_search_hit (
        saved_search_id uuid not null
          constraint fk_saved_search_hit_saved_search_id references saved_search (id) on delete cascade,
        entry_id uuid not null,
        found_at timestamptz(3) not null default now(),
        told_at timestamptz(3),
        constraint pk_saved_search_hit primary key (saved_search_id, entry_id)
      );
      create index ix_saved_search_hit_untold on saved_search_hit (saved_search_id) where told_at is null;
      grant select, insert, update, delete on saved_search_hit to ttn_app;

      create table shortlist (
        id uuid constraint pk_shortlist primary key,
        organization_id uuid not null
          constraint fk_shortlist_organization_id references organization (id),
        created_by uuid not null,
        name text not null,
        note text,
        version int not null default 1,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now(),
        constraint ck_shortlist_name check (char_length(name) between 1 and 200)
      );
      create index ix_shortlist_organization_id on shortlist (organization_id, id);
      grant select, insert, update, delete on shortlist to ttn_app;

      create table shortlist_entry (
        shortlist_id uuid not null
          constraint fk_shortlist_entry_shortlist_id references shortlist (id) on delete cascade,
        organization_id uuid not null
          constraint fk_shortlist_entry_organization_id references organization (id),
        note text,
        added_by uuid not null,
        added_at timestamptz(3) not null default now(),
        constraint pk_shortlist_entry primary key (shortlist_id, organization_id)
      );
      grant select, insert, update, delete on shortlist_entry to ttn_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table shortlist_entry, shortlist, saved_search_hit, saved_search, directory_consent, directory_word,
        directory_block, directory_entry
    `);
  }
}
