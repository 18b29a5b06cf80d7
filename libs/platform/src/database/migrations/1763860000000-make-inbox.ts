import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Notices become the rows of an inbox: one per person, organization and object, with how often something new was
 * told of it; what was told, event by event, stands in `notice_event`. A row is open, put off or put away.
 */
export class MakeInbox1763860000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table notice_event (
        event_id uuid not null,
        person_id uuid not null constraint fk_notice_event_person_id references person,
        type text not null,
        told_at timestamptz(3) not null default now(),
        constraint pk_notice_event primary key (event_id, person_id)
      );
      create index ix_notice_event_person_id on notice_event (person_id);
      grant select, insert, delete on notice_event to ttn_app;
      insert into notice_event (event_id, person_id, type, told_at)
        select event_id, person_id, type, created_at from notice;

      drop trigger notice_announce on notice;
      drop index ix_notice_person_id_id;
      drop index ix_notice_unread;
      drop index ix_notice_unpushed;
      alter table notice
        drop constraint uq_notice_event_id_person_id,
        drop column event_id,
        add column inbox text not null default 'updates'
          constraint ck_notice_inbox check (inbox in ('waiting', 'mentions', 'updates')),
        add column state text not null default 'open'
          constraint ck_notice_state check (state in ('open', 'snoozed', 'archived')),
        add column snoozed_until timestamptz(3),
        add column count int not null default 1,
        add column rank_id uuid,
        add column told_at timestamptz(3) not null default now(),
        add column unpushed text constraint ck_notice_unpushed check (unpushed in ('added', 'changed')),
        add constraint ck_notice_snoozed_until check ((state = 'snoozed') = (snoozed_until is not null));
      update notice set unpushed = 'added' where pushed_at is null;
      alter table notice drop column pushed_at;
      update notice set rank_id = id, told_at = created_at;
      update notice n set count = unread from (
        select person_id, organization_id, object_type, object_id, max(id::text)::uuid as id,
               greatest(count(*) filter (where read_at is null), 1) as unread
        from notice group by 1, 2, 3, 4) as folded
        where folded.id = n.id;
      delete from notice n using notice newer
        where newer.person_id = n.person_id and newer.object_type = n.object_type
          and newer.object_id = n.object_id and newer.organization_id is not distinct from n.organization_id
          and newer.id > n.id;
      alter table notice alter column rank_id set not null;
      alter table notice
        add constraint uq_notice_person_id_organization_id_object_type_object_id
          unique nulls not distinct (person_id, organization_id, object_type, object_id);
      create index ix_notice_inbox on notice (person_id, state, inbox, rank_id);
      create index ix_notice_object_id on notice (object_id) where inbox = 'waiting' and state <> 'archived';
      create index ix_notice_unpushed on notice (id) where unpushed is not null;
      create trigger notice_announce after insert or update of unpushed on notice
        for each row when (new.unpushed is not null) execute function notice_announce();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger notice_announce on notice;
      drop index ix_notice_unpushed;
      drop index ix_notice_object_id;
      drop index ix_notice_inbox;
      alter table notice
        drop constraint uq_notice_person_id_organization_id_object_type_object_id,
        add column event_id uuid,
        add column pushed_at timestamptz(3);
      update notice set event_id = gen_random_uuid(), pushed_at = case when unpushed is null then now() end;
      alter table notice
        alter column event_id set not null,
        drop column inbox,
        drop column state,
        drop column snoozed_until,
        drop column count,
        drop column rank_id,
        drop column told_at,
        drop column unpushed,
        add constraint uq_notice_event_id_person_id unique (event_id, person_id);
      create index ix_notice_person_id_id on notice (person_id, id);
      create index ix_notice_unread on notice (person_id) where read_at is null;
      create index ix_notice_unpushed on notice (id) where pushed_at is null;
      create trigger notice_announce after insert on notice
        for each statement execute function notice_announce();
      drop table notice_event;
    `);
  }
}
