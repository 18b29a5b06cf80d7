import { Injectable } from '@nestjs/common';
import type { MessageKind } from '#libs/contracts';
import { newId, type Reads, type Transaction } from '#libs/platform/database';
import type { ConversationMember, ConversationSubject, SeatRole } from '../domain/conversation.js';

/** A conversation under its lock: nobody posts, comes, goes or edits until the transaction ends. */
export interface LockedRoom {
  readonly id: string;
  readonly aboutType: string;
  readonly title: string | null;
  readonly lastSeq: number;
  readonly lastChange: number;
  readonly version: number;
}

export interface RoomSeat extends ConversationMember {
  readonly role: SeatRole;
  readonly joinedSeq: number;
  readonly leftSeq: number | null;
  /** One of the two keeps the other away. */
  readonly isSilenced: boolean;
}

/** Something that happened to a room, as its line in the order of messages. */
export interface RoomLine {
  readonly id: string;
  readonly kind: MessageKind;
  /** Whose line it is: who came, went or renamed. */
  readonly by: ConversationMember;
  readonly members: readonly ConversationMember[];
  readonly seq: number;
}

/** Who takes part in a room, and what happened to it. Every write asks for the lock first. */
@Injectable()
export class RoomRepository {
  async lock(tx: Transaction, id: string): Promise<LockedRoom | undefined> {
    return tx.row<LockedRoom>(`select ${ROOM} where id = $1 for no key update`, [id]);
  }

  /** Undefined when nothing was opened about it yet. */
  async lockAbout(tx: Transaction, about: ConversationSubject): Promise<LockedRoom | undefined> {
    return tx.row<LockedRoom>(`select ${ROOM} where about_id = $1 and about_type = $2 for no key update`, [
      about.id,
      about.type,
    ]);
  }

  /** Everybody who ever took part, in the order in which they came. */
  async seats(reads: Reads, id: string): Promise<RoomSeat[]> {
    return reads.rows<RoomSeat>(SEATS, [id]);
  }

  /**
   * Seats people from now on; who had left sits down again. Messages up to `joinedSeq` are not for them, and
   * what was read by somebody who returns is not unread again.
   */
  async seat(
    tx: Transaction,
    id: string,
    members: readonly ConversationMember[],
    { joinedSeq, role }: { joinedSeq: number; role: SeatRole },
  ): Promise<void> {
    await tx.execute(SEAT, [
      id,
      members.map(({ personId }) => personId),
      members.map(({ organizationId }) => organizationId),
      joinedSeq,
      role,
    ]);
  }

  /** Ends seats at a number: nothing later is for these people. */
  async unseat(
    tx: Transaction,
    room: LockedRoom,
    members: readonly ConversationMember[],
    leftSeq: number,
  ): Promise<void> {
    await tx.execute(UNSEAT, [
      room.id,
      members.map(({ personId }) => personId),
      members.map(({ organizationId }) => organizationId),
      leftSeq,
      room.lastChange,
    ]);
  }

  async setRole(tx: Transaction, id: string, member: ConversationMember, role: SeatRole): Promise<void> {
    await tx.execute(
      'update participant set role = $4 where conversation_id = $1 and person_id = $2 and organization_id = $3',
      [id, member.personId, member.organizationId, role],
    );
  }

  async rename(tx: Transaction, id: string, title: string | null, language: string | null): Promise<void> {
    await tx.execute(
      `update conversation set title = $2, title_language = $3, version = version + 1, updated_at = now(),
         changed_xid = pg_current_xact_id() where id = $1`,
      [id, title, language],
    );
  }

  /** Writes a line under the next number and moves the mark of whose line it is. */
  async writeLine(tx: Transaction, room: LockedRoom, line: RoomLine): Promise<Date> {
    const row = await tx.row<{ at: Date }>(WRITE_LINE, [
      line.id,
      room.id,
      line.seq,
      newId(),
      line.by.personId,
      line.by.organizationId,
      line.kind,
      JSON.stringify({ members: line.members }),
    ]);
    if (!row) throw new Error('A line vanished inside its transaction.');
    return row.at;
  }
}

const ROOM = `id, about_type as "aboutType", title, last_seq as "lastSeq", last_change as "lastChange", version
  from conversation`;

const SEATS = `
  select person_id as "personId", organization_id as "organizationId", role, joined_seq as "joinedSeq",
    left_seq as "leftSeq", is_silenced as "isSilenced"
  from participant where conversation_id = $1 order by created_at, person_id, organization_id`;

const SEAT = `
  insert into participant (conversation_id, person_id, organization_id, joined_seq, read_seq, role)
  select $1::uuid, m.person_id, m.organization_id, $4, $4, $5
  from unnest($2::uuid[], $3::uuid[]) m (person_id, organization_id)
  on conflict (conversation_id, person_id, organization_id) do update
  set joined_seq = excluded.joined_seq, role = excluded.role, left_seq = null, left_change = null, left_at = null,
    read_seq = greatest(participant.read_seq, excluded.read_seq), archived_seq = null
  where participant.left_seq is not null`;

const UNSEAT = `
  update participant p set left_seq = $4, left_change = $5, left_at = clock_timestamp(), role = 'member'
  from unnest($2::uuid[], $3::uuid[]) m (person_id, organization_id)
  where p.conversation_id = $1 and p.person_id = m.person_id and p.organization_id = m.organization_id
    and p.left_seq is null`;

const WRITE_LINE = `
  with counted as (
    update conversation set last_seq = $3, active_at = clock_timestamp(), updated_at = clock_timestamp(),
      version = version + 1, changed_xid = pg_current_xact_id()
    where id = $2
  ), read_by_whose as (
    update participant set read_seq = greatest(read_seq, $3)
    where conversation_id = $2 and person_id = $5 and organization_id = $6
  )
  insert into message (id, conversation_id, seq, client_message_id, sender_id, sender_organization_id, body,
    kind, details, posted_at)
  values ($1, $2, $3, $4, $5, $6, '', $7, $8::jsonb, clock_timestamp())
  returning posted_at as at`;
