import { Injectable } from '@nestjs/common';
import { actingOrganization, type Actor, NotFound } from '#libs/kernel';
import { OrganizationsReader } from '#libs/organizations';
import { type Transaction, UnitOfWork } from '#libs/platform/database';
import { RoomRepository, type RoomSeat } from '../data/room.repository.js';
import { NotAcquainted, SeatRefused } from '../domain/contact.errors.js';
import { MAX_SEATS } from '../domain/contact-rule.js';
import { type ConversationMember, isOwnRoom, isSameSeat } from '../domain/conversation.js';
import { type ConversationAction, may } from '../domain/conversation.policy.js';
import { ContactsReader } from './contacts.reader.js';
import { ConversationMembers } from './conversation-members.js';
import { RoomLines } from './room-lines.js';

/** What people do to a room they are in: bring others in, remove them, leave, hand their seat over, name it. */
@Injectable()
export class ChangeRoom {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rooms: RoomRepository,
    private readonly members: ConversationMembers,
    private readonly lines: RoomLines,
    private readonly contacts: ContactsReader,
    private readonly organizations: OrganizationsReader,
  ) {}

  /**
   * Brings people in: whom one may write to into a group, colleagues into a room of a feature. They see what was
   * said before only where `showsHistory`.
   *
   * @throws NotFound, NotAcquainted 403, SeatRefused 409
   */
  async invite(
    actor: Actor,
    id: string,
    people: readonly ConversationMember[],
    showsHistory: boolean,
  ): Promise<void> {
    const contacts = await this.contacts.of(actor);
    await this.unitOfWork.run(actor, async (tx) => {
      const { room, seated } = await this.enter(tx, 'invite', id);
      const allowed = contacts.filter(
        ({ acquaintance }) => isOwnRoom(room.aboutType) || acquaintance === 'colleague',
      );
      const fresh = people.filter((one) => !seated.some((seat) => isSameSeat(seat, one)));
      if (fresh.some((one) => !allowed.some((contact) => isSameSeat(contact, one))))
        throw new NotAcquainted();
      if (seated.length + fresh.length > MAX_SEATS) throw new SeatRefused('full');
      await this.members.add(tx, id, fresh, { sees: showsHistory ? 'all' : 'from-now' });
      const source = { aggregateType: 'conversation', aggregateId: id, seq: room.lastSeq + 1 };
      for (const { personId: toPersonId, organizationId: toOrganizationId } of fresh)
        tx.emit('conversation.joined', source, { toPersonId, toOrganizationId });
    });
  }

  /** Removes somebody from a group one is host of. @throws NotFound */
  async remove(actor: Actor, id: string, member: ConversationMember): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const { seated } = await this.enter(tx, 'remove', id);
      const isOwn = member.personId === actor.personId && member.organizationId === actor.organization?.id;
      if (isOwn || !seated.some((seat) => isSameSeat(seat, member))) throw new NotFound();
      await this.members.remove(tx, id, [member]);
    });
  }

  /**
   * Leaves. Somebody of the organization stays in a room of a feature, and somebody is host of a group.
   *
   * @throws NotFound, SeatRefused 409
   */
  async leave(actor: Actor, id: string): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const { room, own, seated } = await this.enter(tx, 'leave', id);
      const others = seated.filter((seat) => !isSameSeat(seat, own));
      const colleagues = others.filter(({ organizationId }) => organizationId === own.organizationId);
      if (!isOwnRoom(room.aboutType) && colleagues.length === 0)
        throw new SeatRefused('alone-for-organization');
      const [heir] = others;
      if (own.role === 'host' && heir && !others.some(({ role }) => role === 'host'))
        await this.rooms.setRole(tx, id, heir, 'host');
      await this.members.remove(tx, id, [own]);
    });
  }

  /** Gives one's seat to a colleague, who sees all one saw. @throws NotFound, SeatRefused 409 */
  async handOver(actor: Actor, id: string, toPersonId: string): Promise<void> {
    const organizationId = actingOrganization(actor).id;
    const colleagues = await this.organizations.membersOf(organizationId);
    const to = colleagues.find(({ personId }) => personId === toPersonId && personId !== actor.personId);
    await this.unitOfWork.run(actor, async (tx) => {
      const { room, own } = await this.enter(tx, 'hand-over', id);
      if (!to) throw new SeatRefused('not-a-colleague');
      await this.members.handOver(tx, id, own, { personId: to.personId, organizationId });
      const source = { aggregateType: 'conversation', aggregateId: id, seq: room.lastSeq + 1 };
      tx.emit('conversation.joined', source, { toPersonId, toOrganizationId: organizationId });
    });
  }

  /** Names a group, or lets it go by the names of its people again. @throws NotFound */
  async rename(
    actor: Actor,
    id: string,
    title: { readonly text: string; readonly language: string | null } | null,
  ): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const { room, own } = await this.enter(tx, 'rename', id);
      if (room.title === (title?.text ?? null)) return;
      await this.rooms.rename(tx, id, title?.text ?? null, title?.language ?? null);
      await this.lines.write(tx, room, { kind: 'renamed', by: own, members: [] });
    });
  }

  /** The room under its lock, for somebody who may do this there. */
  private async enter(tx: Transaction, action: ConversationAction, id: string) {
    const room = await this.rooms.lock(tx, id);
    if (!room) throw new NotFound();
    const seats = await this.rooms.seats(tx, id);
    const acting = { personId: tx.actor.personId, organizationId: actingOrganization(tx.actor).id };
    const own = seats.find((seat) => isSameSeat(seat, acting));
    if (!own || !may(action, { ...own, aboutType: room.aboutType })) throw new NotFound();
    const seated: RoomSeat[] = seats.filter(({ leftSeq }) => leftSeq === null);
    return { room, own, seated };
  }
}
