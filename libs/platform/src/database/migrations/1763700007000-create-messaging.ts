import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Conversations, who takes part in them, their messages, and the one statement that writes a batch of them. */
export class CreateMessaging1763700007000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table conversation (
        id uuid constraint pk_conversation primary key,
        about_type text not null,
        about_id uuid not null,
        facts jsonb not null default '[]',
        last_seq int not null default 0,
        active_at timestamptz(3) not null default now(),
        version int not null default 1,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now(),
        changed_xid xid8 not null default pg_current_xact_id()
      ) with (fillfactor = 80);
      create index ix_conversation_about_id on conversation (about_id);
      grant select, insert, update on conversation to ttn_app;

      create table participant (
        conversation_id uuid not null constraint fk_participant_conversation_id references conversation,
        person_id uuid not null constraint fk_participant_person_id references person,
        organization_id uuid not null constraint fk_participant_organization_id references organization,
        joined_seq int not null default 0,
        left_seq int,
        read_seq int not null default 0,
        created_at timestamptz(3) not null default now(),
        constraint pk_participant primary key (conversation_id, person_id, organization_id)
      ) with (fillfactor = 80);
      create index ix_participant_person_id_organization_id on participant (person_id, organization_id);
      grant select, insert, update on participant to ttn_app;

      create table message (
        id uuid constraint pk_message primary key,
        conversation_id uuid not null,
        seq int not null,
        client_message_id text not null,
        sender_id uuid not null,
        sender_organization_id uuid not null,
        body text not null constraint ck_message_body check (char_length(body) between 1 and 8000),
        language text,
        posted_at timestamptz(3) not null default now(),
        constraint uq_message_conversation_id_seq unique (conversation_id, seq),
        constraint uq_message_conversation_id_sender_id_client_message_id
          unique (conversation_id, sender_id, client_message_id),
        constraint fk_message_conversation_id_sender_id_sender_organization_id
          foreign key (conversation_id, sender_id, sender_organization_id) references participant
      );
      grant select, insert on message to ttn_app;

      create index ix_outbox_event_unpushed on outbox_event (occurred_at)
        where type = 'message.posted' and pushed_at is null;
    `);
    await runner.query(POST_MESSAGES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function post_messages(uuid[], uuid[], uuid[], uuid[], text[], text[], text[], text[], uuid[], uuid[]);
      drop index ix_outbox_event_unpushed;
      drop table message, participant, conversation;
    `);
  }
}

/**
 * Writes a batch of messages with their audit and outbox rows. Answers a row for each message, by its place in
 * the batch, whose sender takes part in the conversation: the number it was given, or the row of its first
 * arrival, which is why `body` and `language` are null for new ones. `members`, who is to be told, stands
 * once per conversation, as `person:organization` joined by commas. The caller sends each client id once.
 *
 * First the conversations are locked, in the order of their ids, so that two batches never wait for each
 * other in a circle. The second statement then sees everything that was committed before the locks were given:
 * who takes part, the last number, and messages a retry has sent before. So a number is never burnt.
 *
 * Planned for ten rows and run with up to 500: no join in it compares each row of the batch with each other.
 */
export const POST_MESSAGES = `
  create function post_messages(
    p_ids uuid[], p_conversations uuid[], p_senders uuid[], p_organizations uuid[], p_client_ids text[],
    p_bodies text[], p_languages text[], p_request_ids text[], p_audit_ids uuid[], p_event_ids uuid[]
  ) returns table (
    ord int, id uuid, seq int, body text, language text, posted_at timestamptz, members text
  ) language plpgsql as $$
  #variable_conflict use_column
  declare
    v_now timestamptz(3);
  begin
    perform 1 from conversation c where c.id = any(p_conversations) order by c.id for no key update;
    v_now := clock_timestamp();
    return query
      with input as (
        select * from unnest(
          p_ids, p_conversations, p_senders, p_organizations, p_client_ids,
          p_bodies, p_languages, p_request_ids, p_audit_ids, p_event_ids
        ) with ordinality as i (
          id, conversation_id, sender_id, organization_id, client_message_id,
          body, language, request_id, audit_id, event_id, ord)
      ), allowed as materialized (
        select i.*, c.last_seq, m.id as earlier_id, m.seq as earlier_seq, m.body as earlier_body,
          m.language as earlier_language, m.posted_at as earlier_posted_at
        from input i
        join participant p on p.conversation_id = i.conversation_id and p.person_id = i.sender_id
          and p.organization_id = i.organization_id and p.left_seq is null
        join conversation c on c.id = i.conversation_id
        left join message m on m.conversation_id = i.conversation_id and m.sender_id = i.sender_id
          and m.client_message_id = i.client_message_id
      ), numbered as materialized (
        select a.*, row_number() over (partition by a.conversation_id order by a.ord)::int as place
        from allowed a where a.earlier_id is null
      ), written as (
        insert into message (id, conversation_id, seq, client_message_id, sender_id, sender_organization_id,
          body, language, posted_at)
        select n.id, n.conversation_id, n.last_seq + n.place, n.client_message_id, n.sender_id,
          n.organization_id, n.body, n.language, v_now
        from numbered n
      ), counted as (
        update conversation c set last_seq = n.seq, active_at = v_now, updated_at = v_now,
          changed_xid = pg_current_xact_id()
        from (select conversation_id, max(last_seq + place) as seq from numbered group by conversation_id) n
        where c.id = n.conversation_id
      ), read_by_sender as (
        update participant p set read_seq = greatest(p.read_seq, n.seq)
        from (select conversation_id, sender_id, organization_id, max(last_seq + place) as seq from numbered
              group by conversation_id, sender_id, organization_id) n
        where p.conversation_id = n.conversation_id and p.person_id = n.sender_id
          and p.organization_id = n.organization_id
      ), audited as (
        insert into audit_entry (id, action, entity_type, entity_id, organization_id, actor_id, request_id)
        select n.audit_id, 'message.post', 'message', n.id, n.organization_id, n.sender_id, n.request_id
        from numbered n
      ), announced as (
        insert into outbox_event (id, type, aggregate_type, aggregate_id, aggregate_seq, organization_id,
          actor_id, request_id, payload)
        select n.event_id, 'message.posted', 'conversation', n.conversation_id, n.last_seq + n.place,
          n.organization_id, n.sender_id, n.request_id,
          jsonb_build_object('messageId', n.id, 'seq', n.last_seq + n.place)
        from numbered n
      )
      select n.ord::int, n.id, n.last_seq + n.place, null::text, null::text, v_now::timestamptz,
        case when n.place = 1 then (
          select string_agg(p.person_id || ':' || p.organization_id, ',') from participant p
          where p.conversation_id = n.conversation_id and p.left_seq is null) end
      from numbered n
      union all
      select a.ord::int, a.earlier_id, a.earlier_seq, a.earlier_body, a.earlier_language,
        a.earlier_posted_at::timestamptz, null::text
      from allowed a where a.earlier_id is not null;
  end $$`;
