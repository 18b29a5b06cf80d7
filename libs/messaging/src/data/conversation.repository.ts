import { Injectable } from '@nestjs/common';
import type { Reads, Transaction } from '#libs/platform/database';
import type {
  ConversationMember,
  ConversationSubject,
  PinnedFact,
  VisibleSpan,
} from '../domain/conversation.js';

/** A conversation as one of its participants has it. */
export interface ConversationSeat extends VisibleSpan {
  readonly id: string;
  readonly aboutType: string;
  readonly aboutId: string;
  readonly facts: PinnedFact[];
  readonly lastSeq: number;
  readonly activeAt: Date;
  readonly createdAt: Date;
  readonly version: number;
  readonly readSeq: number;
}

export interface ConversationWithLastMessage extends ConversationSeat {
  /** The last message the participant may see; null in a silent conversation. */
  readonly last: {
    readonly seq: number;
    readonly senderId: string;
    readonly senderOrganizationId: string;
    readonly snippet: string;
    readonly language: string | null;
    readonly postedAt: string;
  } | null;
}

/** Where the next page of the list goes on: the sort key of its last row. */
export interface ConversationListKey {
  /** RFC 3339. */
  readonly activeAt: string;
  readonly id: string;
}

/** Rows of conversations and participants. What a person sees is always asked by person and organization. */
@Injectable()
export class ConversationRepository {
  /** Participants for one organization take part for another. Answers in how many conversations. */
  async moveParticipants(tx: Transaction, fromId: string, intoId: string): Promise<number> {
    return (await tx.rows(MOVE_PARTICIPANTS, [fromId, intoId])).length;
  }

  /** In how many conversations somebody takes part for an organization. */
  async countOf(tx: Transaction, organizationId: string): Promise<number> {
    return (await tx.row<{ count: number }>(COUNT_OF, [organizationId]))?.count ?? 0;
  }

  async insert(
    tx: Transaction,
    row: { id: string; about: ConversationSubject; facts: readonly PinnedFact[] },
  ): Promise<void> {
    await tx.execute('insert into conversation (id, about_type, about_id, facts) values ($1, $2, $3, $4)', [
      row.id,
      row.about.type,
      row.about.id,
      JSON.stringify(row.facts),
    ]);
  }

  async insertParticipants(
    tx: Transaction,
    conversationId: string,
    members: readonly ConversationMember[],
  ): Promise<void> {
    await tx.execute(
      `insert into participant (conversation_id, person_id, organization_id)
       select $1::uuid, * from unnest($2::uuid[], $3::uuid[])`,
      [
        conversationId,
        members.map(({ personId }) => personId),
        members.map(({ organizationId }) => organizationId),
      ],
    );
  }

  /** The conversation as this pair has it; undefined when they take no part. */
  async seat(reads: Reads, id: string, member: ConversationMember): Promise<ConversationSeat | undefined> {
    return reads.row<ConversationSeat>(
      `select ${SEAT} from participant p join conversation c on c.id = p.conversation_id
       where p.conversation_id = $1 and p.person_id = $2 and p.organization_id = $3`,
      [id, member.personId, member.organizationId],
    );
  }

  /** Conversations of this pair, latest activity first. */
  async list(
    reads: Reads,
    member: ConversationMember,
    limit: number,
    after: ConversationListKey | undefined,
  ): Promise<ConversationWithLastMessage[]> {
    return reads.rows<ConversationWithLastMessage>(after ? LIST_AFTER : LIST, [
      member.personId,
      member.organizationId,
      limit,
      ...(after ? [after.activeAt, after.id] : []),
    ]);
  }

  /** How many conversations this pair has, counted up to `cap`. */
  async count(reads: Reads, member: ConversationMember, cap: number): Promise<number> {
    const row = await reads.row<{ count: number }>(
      `select count(*)::int as count from (
         select from participant where person_id = $1 and organization_id = $2 limit $3) capped`,
      [member.personId, member.organizationId, cap],
    );
    return row?.count ?? 0;
  }

  /** Everybody who takes part in any of these conversations now. */
  async members(
    reads: Reads,
    conversationIds: readonly string[],
  ): Promise<(ConversationMember & { conversationId: string })[]> {
    return reads.rows(
      `select conversation_id as "conversationId", person_id as "personId", organization_id as "organizationId"
       from participant where conversation_id = any($1::uuid[]) and left_seq is null
       order by conversation_id, created_at, person_id`,
      [conversationIds],
    );
  }

  /** Moves the reader's mark forward, never back, never past what they may see; answers where it stands. */
  async moveReadMark(
    reads: Reads,
    id: string,
    member: ConversationMember,
    seq: number,
  ): Promise<{ readSeq: number; moved: boolean } | undefined> {
    return reads.row(
      `update participant p
       set read_seq = greatest(p.read_seq, least($4::int, coalesce(p.left_seq, c.last_seq)))
       from conversation c
       where p.conversation_id = $1 and p.person_id = $2 and p.organization_id = $3 and c.id = p.conversation_id
       returning new.read_seq as "readSeq", new.read_seq > old.read_seq as moved`,
      [id, member.personId, member.organizationId, seq],
    );
  }
}

/** Messages name their sender's seat, so they follow it. */
const MOVE_PARTICIPANTS = `
  with moved as (
    update participant p set organization_id = $2
    where p.organization_id = $1 and not exists (
      select 1 from participant other
      where other.conversation_id = p.conversation_id and other.person_id = p.person_id
        and other.organization_id = $2)
    returning conversation_id)
  select distinct conversation_id from moved`;

const COUNT_OF = `
  select count(distinct conversation_id)::int as count from participant where organization_id = $1`;

const SEAT = `c.id, c.about_type as "aboutType", c.about_id as "aboutId", c.facts, c.last_seq as "lastSeq",
  c.active_at as "activeAt", c.created_at as "createdAt", c.version,
  p.joined_seq as "joinedSeq", p.left_seq as "leftSeq", p.read_seq as "readSeq"`;

const list = (beyond: string) => `
  select ${SEAT}, l.last
  from (
    select p.*, c.active_at from participant p join conversation c on c.id = p.conversation_id
    where p.person_id = $1 and p.organization_id = $2 ${beyond}
    order by c.active_at desc, c.id desc limit $3
  ) p
  join conversation c on c.id = p.conversation_id
  left join lateral (
    select jsonb_build_object('seq', m.seq, 'senderId', m.sender_id,
      'senderOrganizationId', m.sender_organization_id, 'snippet', left(m.body, 200),
      'language', m.language, 'postedAt', m.posted_at) as last
    from message m
    where m.conversation_id = p.conversation_id
      and m.seq = least(coalesce(p.left_seq, c.last_seq), c.last_seq) and m.seq > p.joined_seq
  ) l on true
  order by p.active_at desc, c.id desc`;
const LIST = list('');
const LIST_AFTER = list('and (c.active_at, c.id) < ($4::timestamptz, $5::uuid)');
