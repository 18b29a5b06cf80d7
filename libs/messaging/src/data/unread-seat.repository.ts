import { Injectable } from '@nestjs/common';
import type { Reads, Transaction } from '#libs/platform/database';
import type { ConversationMember } from '../domain/conversation.js';

/** A seat before which messages lie unread. */
export interface UnreadSeat extends ConversationMember {
  readonly conversationId: string;
  /** Number of the last message there is. */
  readonly lastSeq: number;
  /** Whose words wait first. */
  readonly fromOrganizationId: string;
}

/** When people who do not look at the app are told that messages wait. Seconds. */
export interface UnreadPace {
  /** A message that was read by then needs no telling. */
  readonly wait: number;
  /** Whoever has a line open is told all the same after so long: a screen that nobody looks at. */
  readonly waitWhileHere: number;
  /** Whoever still has not read is told again no sooner. */
  readonly again: number;
}

/** What waits unread, by the marks of readers; nothing is written when a message is posted. */
@Injectable()
export class UnreadSeatRepository {
  /** Longest waiting first. `here` are persons with a line open. */
  async due(
    reads: Reads,
    { wait, waitWhileHere, again }: UnreadPace,
    here: readonly string[],
    limit: number,
  ): Promise<UnreadSeat[]> {
    return reads.rows<UnreadSeat>(DUE, [wait, waitWhileHere, again, here, limit]);
  }

  /** Answers false when they have read, left, muted or been told meanwhile. */
  async markTold(tx: Transaction, { conversationId, personId, organizationId, lastSeq }: UnreadSeat) {
    return (await tx.execute(MARK_TOLD, [conversationId, personId, organizationId, lastSeq])) === 1;
  }

  /** Those of the given seats before which nothing lies unread any more, by their place in the list, from 1. */
  async done(
    reads: Reads,
    seats: readonly (ConversationMember & { readonly conversationId: string })[],
  ): Promise<number[]> {
    const rows = await reads.rows<{ place: number }>(DONE, [
      seats.map(({ conversationId }) => conversationId),
      seats.map(({ personId }) => personId),
      seats.map(({ organizationId }) => organizationId),
    ]);
    return rows.map(({ place }) => place);
  }
}

/** Older silence is no news: whoever comes back after two days finds the counts. */
const RECENT = `interval '2 days'`;

/**
 * Words of others, neither deleted nor already told by a mention. Whoever has read since they were told last is told
 * anew; whoever has not, after a while.
 */
const DUE = `
  select p.conversation_id as "conversationId", p.person_id as "personId", p.organization_id as "organizationId",
    c.last_seq as "lastSeq", unread.sender_organization_id as "fromOrganizationId"
  from conversation c
  join participant p on p.conversation_id = c.id
  cross join lateral (
    select m.posted_at, m.sender_organization_id from message m
    where m.conversation_id = c.id and m.seq > greatest(p.read_seq, p.joined_seq, p.told_seq)
      and m.kind = 'said' and m.deleted_at is null
      and (m.sender_id <> p.person_id or m.sender_organization_id <> p.organization_id)
      and not coalesce(m.details -> 'mentions' @> jsonb_build_array(
        jsonb_build_object('personId', p.person_id, 'organizationId', p.organization_id)), false)
    order by m.seq limit 1
  ) unread
  where c.active_at > now() - ${RECENT} and p.left_seq is null and not p.is_muted
    and c.last_seq > greatest(p.read_seq, p.joined_seq, p.told_seq)
    and (p.told_seq <= p.read_seq or p.told_at is null or p.told_at < now() - $3 * interval '1 second')
    and unread.posted_at < now() - $1 * interval '1 second'
    and (p.person_id <> all($4::uuid[]) or unread.posted_at < now() - $2 * interval '1 second')
  order by unread.posted_at limit $5`;

const MARK_TOLD = `
  update participant set told_seq = $4, told_at = now()
  where conversation_id = $1 and person_id = $2 and organization_id = $3
    and left_seq is null and not is_muted and read_seq < $4 and told_seq < $4`;

const DONE = `
  select seat.place::int as place
  from unnest($1::uuid[], $2::uuid[], $3::uuid[]) with ordinality
    as seat (conversation_id, person_id, organization_id, place)
  left join participant p using (conversation_id, person_id, organization_id)
  left join conversation c on c.id = p.conversation_id
  where p.person_id is null or p.left_seq is not null or p.is_muted or p.read_seq >= c.last_seq`;
