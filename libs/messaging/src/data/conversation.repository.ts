import { Injectable } from '@nestjs/common';
import type { Reads, Transaction } from '#libs/platform/database';
import type {
  ConversationMember,
  ConversationSubject,
  PinnedFact,
  SeatRole,
  VisibleSpan,
} from '../domain/conversation.js';

/** A conversation as one of its participants has it. */
export interface ConversationSeat extends VisibleSpan {
  readonly id: string;
  readonly aboutType: string;
  readonly aboutId: string;
  readonly facts: PinnedFact[];
  readonly title: string | null;
  readonly titleLanguage: string | null;
  readonly lastSeq: number;
  readonly lastChange: number;
  readonly activeAt: Date;
  readonly createdAt: Date;
  readonly version: number;
  readonly readSeq: number;
  readonly role: SeatRole;
  /** Changes of messages after this one are not theirs to see; null while they take part. */
  readonly leftChange: number | null;
  readonly archivedSeq: number | null;
  readonly isMuted: boolean;
  readonly isSilenced: boolean;
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

/** Somebody who takes part in a conversation, or did. */
export interface ConversationMemberRow extends ConversationMember {
  readonly conversationId: string;
  readonly role: SeatRole;
  readonly readSeq: number;
  /** False when they left before the reader, or left at all. */
  readonly isHere: boolean;
}

/** Rows of conversations and participants. What a person sees is always asked by person and organization. */
@Injectable()
export class ConversationRepository {
  /** The conversation about something in which somebody takes part now. */
  async idAbout(
    reads: Reads,
    about: ConversationSubject,
    { personId, organizationId }: ConversationMember,
  ): Promise<string | null> {
    const values = [about.type, about.id, personId, organizationId];
    return (await reads.row<{ id: string }>(ID_ABOUT, values))?.id ?? null;
  }

  /** Participants for one organization take part for another. Answers in how many conversations. */
  async moveParticipants(tx: Transaction, fromId: string, intoId: string): Promise<number> {
    return (await tx.rows(MOVE_PARTICIPANTS, [fromId, intoId])).length;
  }

  /** In how many conversations somebody takes part for an organization. */
  async countOf(tx: Transaction, organizationId: string): Promise<number> {
    return (await tx.row<{ count: number }>(COUNT_OF, [organizationId]))?.count ?? 0;
  }

  /** False when what it is about has a conversation already. */
  async insert(
    tx: Transaction,
    row: {
      id: string;
      about: ConversationSubject;
      facts: readonly PinnedFact[];
      title?: { text: string; language: string | null } | undefined;
    },
  ): Promise<boolean> {
    const values = [row.id, row.about.type, row.about.id, JSON.stringify(row.facts)];
    const { text = null, language = null } = row.title ?? {};
    return (await tx.execute(INSERT, [...values, text, language])) > 0;
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

  /** Conversations of this pair, those put away or all others, latest activity first. */
  async list(
    reads: Reads,
    member: ConversationMember,
    limit: number,
    { archived, after }: { archived: boolean; after: ConversationListKey | undefined },
  ): Promise<ConversationWithLastMessage[]> {
    const lists = archived ? LISTS.archived : LISTS.current;
    return reads.rows<ConversationWithLastMessage>(after ? lists.after : lists.first, [
      member.personId,
      member.organizationId,
      limit,
      ...(after ? [after.activeAt, after.id] : []),
    ]);
  }

  /** How many conversations the list holds, counted up to `cap`. */
  async count(reads: Reads, member: ConversationMember, archived: boolean, cap: number): Promise<number> {
    const row = await reads.row<{ count: number }>(
      `select count(*)::int as count from (
         select from participant p join conversation c on c.id = p.conversation_id
         where p.person_id = $1 and p.organization_id = $2 and ${ARCHIVED} = $4 limit $3) capped`,
      [member.personId, member.organizationId, cap, archived],
    );
    return row?.count ?? 0;
  }

  /** Everybody who takes part in any of these conversations, or took part while the reader did. */
  async members(
    reads: Reads,
    conversationIds: readonly string[],
    reader: ConversationMember,
  ): Promise<ConversationMemberRow[]> {
    return reads.rows(MEMBERS, [conversationIds, reader.personId, reader.organizationId]);
  }

  /** How somebody keeps a conversation for themselves. */
  async arrange(
    tx: Transaction,
    id: string,
    { personId, organizationId }: ConversationMember,
    { archivedSeq, isMuted }: { archivedSeq: number | null; isMuted: boolean },
  ): Promise<void> {
    await tx.execute(
      `update participant set archived_seq = $4, is_muted = $5
       where conversation_id = $1 and person_id = $2 and organization_id = $3`,
      [id, personId, organizationId, archivedSeq, isMuted],
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

/** Who came after the reader had left is none of the reader's business, nor is who has left since. */
const MEMBERS = `
  select p.conversation_id as "conversationId", p.person_id as "personId", p.organization_id as "organizationId",
    p.role, p.read_seq as "readSeq", p.left_seq is null or p.left_seq > own.left_seq as "isHere"
  from participant own
  join participant p on p.conversation_id = own.conversation_id
  where own.conversation_id = any($1::uuid[]) and own.person_id = $2 and own.organization_id = $3
    and (own.left_seq is null or p.joined_seq < own.left_seq and p.created_at <= coalesce(own.left_at, now()))
    and (p.left_seq is null or p.left_seq > own.joined_seq)
  order by p.conversation_id, p.created_at, p.person_id`;

const INSERT = `
  insert into conversation (id, about_type, about_id, facts, title, title_language)
  values ($1, $2, $3, $4, $5, $6) on conflict (about_id, about_type) do nothing`;

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

/** For somebody who left, a conversation ended when they did. */
const ACTIVE = 'coalesce(p.left_at, c.active_at)';

/** The rule of `isArchived`. */
const ARCHIVED = `(p.archived_seq is not null
  and (p.is_muted or p.archived_seq >= least(coalesce(p.left_seq, c.last_seq), c.last_seq)))`;

const ID_ABOUT = `
  select c.id from conversation c join participant p on p.conversation_id = c.id
  where c.about_type = $1 and c.about_id = $2 and p.person_id = $3 and p.organization_id = $4 and p.left_seq is null`;

const SEAT = `c.id, c.about_type as "aboutType", c.about_id as "aboutId", c.facts, c.last_seq as "lastSeq", c.last_change as "lastChange",
  c.title, c.title_language as "titleLanguage", ${ACTIVE} as "activeAt", c.created_at as "createdAt", c.version,
  p.joined_seq as "joinedSeq", p.left_seq as "leftSeq", p.read_seq as "readSeq", p.role,
  p.left_change as "leftChange", p.archived_seq as "archivedSeq", p.is_muted as "isMuted",
  p.is_silenced as "isSilenced"`;

const list = (archived: string, beyond: string) => `
  select ${SEAT}, l.last
  from (
    select p.*, ${ACTIVE} as active_at from participant p join conversation c on c.id = p.conversation_id
    where p.person_id = $1 and p.organization_id = $2 and ${archived} ${beyond}
    order by ${ACTIVE} desc, c.id desc limit $3
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
const BEYOND = `and (${ACTIVE}, c.id) < ($4::timestamptz, $5::uuid)`;
const LISTS = {
  current: { first: list(`not ${ARCHIVED}`, ''), after: list(`not ${ARCHIVED}`, BEYOND) },
  archived: { first: list(ARCHIVED, ''), after: list(ARCHIVED, BEYOND) },
};
