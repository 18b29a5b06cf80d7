import { Injectable } from '@nestjs/common';
import { NotFound } from '#libs/kernel';
import type { Transaction } from '#libs/platform/database';
import { ContactRepository } from '../data/contact.repository.js';
import { type LockedRoom, RoomRepository, type RoomSeat } from '../data/room.repository.js';
import { type ConversationMember, type ConversationSubject, isSameSeat } from '../domain/conversation.js';
import { type RoomChange, RoomLines } from './room-lines.js';

/** A room by its id, or by what it is about. */
export type RoomName = string | ConversationSubject;

/**
 * Who takes part in a room, changed inside the unit of work of whoever decides it: the feature a bound room
 * belongs to, or the people of a group. Every change takes a number among the messages. What is said after a
 * removal reaches who was removed by no channel: not pushed, listed, found, quoted or mailed.
 *
 * Errors: request/not-found when there is no such room.
 */
@Injectable()
export class ConversationMembers {
  constructor(
    private readonly rooms: RoomRepository,
    private readonly lines: RoomLines,
    private readonly contacts: ContactRepository,
  ) {}

  /**
   * Lets people in; nothing happens to those who take part already. They see everything that was said before,
   * or only what follows.
   */
  async add(
    tx: Transaction,
    where: RoomName,
    members: readonly ConversationMember[],
    { sees = 'all' }: { readonly sees?: 'all' | 'from-now' } = {},
  ): Promise<void> {
    const { room, seated } = await this.lock(tx, where);
    const fresh = unique(members).filter((member) => !seated.some((seat) => isSameSeat(seat, member)));
    const [first] = fresh;
    if (!first) return;
    const joinedSeq = sees === 'all' ? 0 : room.lastSeq;
    await this.rooms.seat(tx, room.id, fresh, { joinedSeq, role: 'member' });
    await this.settleSilence(tx, room, first);
    await this.lines.write(tx, room, { kind: 'joined', by: actingSeat(tx, seated) ?? first, members: fresh });
  }

  /** Ends seats; nothing happens to those who do not take part. Whoever does it to themselves leaves. */
  async remove(tx: Transaction, where: RoomName, members: readonly ConversationMember[]): Promise<void> {
    const { room, seated } = await this.lock(tx, where);
    const gone = unique(members).filter((member) => seated.some((seat) => isSameSeat(seat, member)));
    const [first] = gone;
    if (!first) return;
    await this.rooms.unseat(tx, room, gone, room.lastSeq + 1);
    const acting = actingSeat(tx, seated);
    const leaves = gone.length === 1 && acting !== undefined && isSameSeat(first, acting);
    await this.lines.write(tx, room, {
      kind: leaves ? 'left' : 'removed',
      by: acting ?? first,
      members: gone,
    });
  }

  /** Whether something about it was opened, asked before somebody is let in. */
  async isOpen(tx: Transaction, about: ConversationSubject): Promise<boolean> {
    return (await this.rooms.lockAbout(tx, about)) !== undefined;
  }

  /** Ends every seat that is held for an organization, whoever holds it; nothing happens where there is no room. */
  async removeOrganization(
    tx: Transaction,
    about: ConversationSubject,
    organizationId: string,
  ): Promise<void> {
    const room = await this.rooms.lockAbout(tx, about);
    if (!room) return;
    const seats = await this.rooms.seats(tx, room.id);
    await this.remove(
      tx,
      room.id,
      seats.filter((seat) => seat.organizationId === organizationId),
    );
  }

  /** Gives one seat to somebody else, who sees all that its holder saw and holds what its holder held. */
  async handOver(
    tx: Transaction,
    where: RoomName,
    from: ConversationMember,
    to: ConversationMember,
  ): Promise<void> {
    const { room, seated } = await this.lock(tx, where);
    const given = seated.find((seat) => isSameSeat(seat, from));
    if (!given) throw new NotFound();
    const change: RoomChange = { kind: 'handed-over', by: from, members: [from, to] };
    if (!seated.some((seat) => isSameSeat(seat, to))) {
      await this.rooms.seat(tx, room.id, [to], { joinedSeq: given.joinedSeq, role: given.role });
    } else if (given.role === 'host') {
      await this.rooms.setRole(tx, room.id, to, 'host');
    }
    await this.rooms.unseat(tx, room, [from], room.lastSeq + 1);
    await this.settleSilence(tx, room, to);
    await this.lines.write(tx, room, change);
  }

  /** Who keeps whom away holds for whoever sits there now, in a conversation of two. */
  private async settleSilence(tx: Transaction, room: LockedRoom, member: ConversationMember): Promise<void> {
    if (room.aboutType === 'direct') await this.contacts.settleSilence(tx, member.personId, room.id);
  }

  private async lock(tx: Transaction, where: RoomName): Promise<{ room: LockedRoom; seated: RoomSeat[] }> {
    const room =
      typeof where === 'string' ? await this.rooms.lock(tx, where) : await this.rooms.lockAbout(tx, where);
    if (!room) throw new NotFound();
    const seats = await this.rooms.seats(tx, room.id);
    return { room, seated: seats.filter(({ leftSeq }) => leftSeq === null) };
  }
}

/** The seat of whoever acts, where they take part. */
function actingSeat({ actor }: Transaction, seated: readonly RoomSeat[]): RoomSeat | undefined {
  return seated.find(
    (seat) => seat.personId === actor.personId && seat.organizationId === actor.organization?.id,
  );
}

function unique(members: readonly ConversationMember[]): ConversationMember[] {
  return members.filter((one, index) => members.findIndex((other) => isSameSeat(one, other)) === index);
}
