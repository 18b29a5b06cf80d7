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
    await runner.query(POST_RICH);
  }
}

/** Found by joining. */
const JOINED = `
        join participant p on p.conversation_id = i.conversation_id and p.person_id = i.sender_id
          and p.organization_id = i.organization_id and p.left_seq is null and not p.is_silenced
        join conversation c on c.id = i.conversation_id
        left join message m on m.conversation_id = i.conversation_id and m.sender_id = i.sender_id
          and m.client_message_id = i.client_message_id`;

/** Found one by one: no planner turns these into a join, because of their limits. */
const LOOKED_UP = `
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
        ) m on true`;

const POST_RICH = POST_RICH_MESSAGES.replace('create function', 'create or replace function');

/** As it was, but for the lookups, and planned once: planning takes longer than a batch. */
const POST_EACH = POST_RICH.replace(JOINED, LOOKED_UP).replace(
  'language plpgsql',
  'language plpgsql set plan_cache_mode = force_generic_plan',
);
