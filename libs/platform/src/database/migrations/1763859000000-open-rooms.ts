import type { MigrationInterface, QueryRunner } from 'typeorm';
import { POST_MESSAGES } from './1763700007000-create-messaging.js';

/**
 * Rooms that grow and shrink, have a name, and whose messages can answer one another, mention somebody, and be
 * changed afterwards. What a conversation is about opens one room and no second.
 */
export class OpenRooms1763859000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table conversation
        add column title text,
        add column title_language text,
        add column last_change int not null default 0,
        add constraint ck_conversation_title check (char_length(title) between 1 and 200);
      drop index ix_conversation_about_id;
      alter table conversation
        add constraint uq_conversation_about_id_about_type unique (about_id, about_type);

      alter table participant
        add column role text not null default 'member',
        add column left_change int,
        add column left_at timestamptz(3),
        add column archived_seq int,
        add column is_muted boolean not null default false,
        add column is_silenced boolean not null default false,
        add constraint ck_participant_role check (role in ('host', 'member'));

      alter table message
        add column kind text not null default 'said',
        add column reply_to_seq int,
        add column thread_seq int,
        add column details jsonb,
        add column reactions jsonb,
        add column changed int not null default 0,
        add column revision int not null default 1,
        add column edited_at timestamptz(3),
        add column deleted_at timestamptz(3),
        drop constraint ck_message_body,
        add constraint ck_message_body
          check (char_length(body) between 1 and 8000 or kind <> 'said' or deleted_at is not null),
        add constraint ck_message_kind
          check (kind in ('said', 'joined', 'left', 'removed', 'handed-over', 'renamed'));
      create index ix_message_changed on message (conversation_id, changed) where changed > 0;
      create index ix_message_thread_seq on message (conversation_id, thread_seq, seq) where thread_seq is not null;
      grant update (body, language, details, reactions, changed, revision, edited_at, deleted_at) on message to ttn_app;
      drop function post_messages(uuid[], uuid[], uuid[], uuid[], text[], text[], text[], text[], uuid[], uuid[]);
    `);
    await runner.query(POST_RICH_MESSAGES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function post_messages(uuid[], uuid[], uuid[], uuid[], text[], text[], text[], text[], text[], uuid[], uuid[]);
      revoke update (body, language, details, reactions, changed, revision, edited_at, deleted_at)
        on message from ttn_app;
      delete from message where kind <> 'said' or deleted_at is not null;
      alter table message
        drop constraint ck_message_kind, drop constraint ck_message_body,
        add constraint ck_message_body check (char_length(body) between 1 and 8000),
        drop column kind, drop column reply_to_seq, drop column thread_seq, drop column details,
        drop column reactions, drop column changed, drop column revision, drop column edited_at,
        drop column deleted_at;
      alter table participant
        drop column role, drop column left_change, drop column left_at, drop column archived_seq, drop column is_muted,
        drop column is_silenced;
      alter table conversation
        drop constraint uq_conversation_about_id_about_type,
        drop column title, drop column title_language, drop column last_change;
      create index ix_conversation_about_id on conversation (about_id);
    `);
    await runner.query(POST_MESSAGES);
  }
}

/**
 * As it was, and beside it what a message may carry: `p_extras` holds null or a JSON object
 * `{replyTo, thread, details: {mentions}}`, checked by the caller. Whoever is mentioned is told by an event of
 * the same transaction. A silenced participant reads and does not write. The retry of a message that was changed
 * since counts as the message it was.
 */
export const POST_RICH_MESSAGES = `
  create function post_messages(
    p_ids uuid[], p_conversations uuid[], p_senders uuid[], p_organizations uuid[], p_client_ids text[],
    p_bodies text[], p_languages text[], p_extras text[], p_request_ids text[], p_audit_ids uuid[], p_event_ids uuid[]
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
          p_bodies, p_languages, p_extras, p_request_ids, p_audit_ids, p_event_ids
        ) with ordinality as i (
          id, conversation_id, sender_id, organization_id, client_message_id,
          body, language, extras, request_id, audit_id, event_id, ord)
      ), allowed as materialized (
        select i.*, c.last_seq, m.id as earlier_id, m.seq as earlier_seq,
          case when m.revision > 1 then i.body else m.body end as earlier_body,
          m.language as earlier_language, m.posted_at as earlier_posted_at
        from input i
        join participant p on p.conversation_id = i.conversation_id and p.person_id = i.sender_id
          and p.organization_id = i.organization_id and p.left_seq is null and not p.is_silenced
        join conversation c on c.id = i.conversation_id
        left join message m on m.conversation_id = i.conversation_id and m.sender_id = i.sender_id
          and m.client_message_id = i.client_message_id
      ), numbered as materialized (
        select a.*, a.extras::jsonb as extra,
          row_number() over (partition by a.conversation_id order by a.ord)::int as place
        from allowed a where a.earlier_id is null
      ), written as (
        insert into message (id, conversation_id, seq, client_message_id, sender_id, sender_organization_id,
          body, language, reply_to_seq, thread_seq, details, posted_at)
        select n.id, n.conversation_id, n.last_seq + n.place, n.client_message_id, n.sender_id,
          n.organization_id, n.body, n.language, (n.extra ->> 'replyTo')::int, (n.extra ->> 'thread')::int,
          n.extra -> 'details', v_now
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
      ), mentioned as (
        insert into outbox_event (id, type, aggregate_type, aggregate_id, aggregate_seq, organization_id,
          actor_id, request_id, payload)
        select uuidv7(), 'message.mentioned', 'conversation', n.conversation_id, n.last_seq + n.place,
          n.organization_id, n.sender_id, n.request_id,
          jsonb_build_object('messageId', n.id, 'seq', n.last_seq + n.place, 'toPersonId', m.who ->> 'personId',
            'toOrganizationId', m.who ->> 'organizationId')
        from numbered n, jsonb_array_elements(n.extra -> 'details' -> 'mentions') m (who)
        where n.extra is not null
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
