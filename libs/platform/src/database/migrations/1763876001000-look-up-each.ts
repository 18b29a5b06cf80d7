import type { MigrationInterface, QueryRunner } from 'typeorm';
import { POST_RICH_MESSAGES } from './1763859000000-open-rooms.js';

/**
 * The statement that writes messages looks up each one's seat, conversation and earlier copy by their indexes. Left to
 * the planner, which guesses ten messages a batch and keeps its plan, all seats were read and compared with each
 * message: three quarters of the whole time with 500 seats.
 */
export class LookUpEach1763876001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(POST_EACH);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(POST_RICH_MESSAGES.replace('create function', 'create or replace function'));
  }
}

/**
 * As it was, but for the lookups in `allowed`, which no planner turns into a join because of their limits, and planned
 * once: planning takes longer than a batch.
 */
const POST_EACH = `
  create or replace function post_messages(
    p_ids uuid[], p_conversations uuid[], p_senders uuid[], p_organizations uuid[], p_client_ids text[],
    p_bodies text[], p_languages text[], p_extras text[], p_request_ids text[], p_audit_ids uuid[], p_event_ids uuid[]
  ) returns table (
    ord int, id uuid, seq int, body text, language text, posted_at timestamptz, members text
  ) language plpgsql set plan_cache_mode = force_generic_plan as $$
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
        cross join lateral (
          select from participant p
          where p.conversation_id = i.conversation_id and p.person_id = i.sender_id
            and p.organization_id = i.organization_id and p.left_seq is null and not p.is_silenced
          limit 1
        ) p
        cross join lateral (select c.last_seq from conversation c where c.id = i.conversation_id limit 1) c
        left join lateral (
          select m.id, m.seq, m.revision, m.body, m.language, m.posted_at from message m
          where m.conversation_id = i.conversation_id and m.sender_id = i.sender_id
            and m.client_message_id = i.client_message_id
          limit 1
        ) m on true
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
