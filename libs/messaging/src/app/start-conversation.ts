import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { actingOrganization, type Actor } from '#libs/kernel';
import { newId, type Transaction, UnitOfWork } from '#libs/platform/database';
import { RoomRepository } from '../data/room.repository.js';
import { NotAcquainted, SeatRefused } from '../domain/contact.errors.js';
import { MAX_SEATS } from '../domain/contact-rule.js';
import { type ConversationMember, isSameSeat, type PinnedFact } from '../domain/conversation.js';
import { ContactsReader } from './contacts.reader.js';
import { OpenConversation } from './open-conversation.js';

export interface StartedConversation {
  /** One person: a conversation of two, of which there is one. Several, or a title: a group. */
  readonly participants: readonly ConversationMember[];
  readonly title?: { readonly text: string; readonly language: string | null } | undefined;
}

/**
 * Opens a conversation by hand, with people one may write to at once. Two people have one conversation: asked for
 * again, it is answered.
 *
 * @throws NotAcquainted 403, SeatRefused 409
 */
@Injectable()
export class StartConversation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly contacts: ContactsReader,
    private readonly rooms: RoomRepository,
    private readonly openConversation: OpenConversation,
  ) {}

  /** Answers its id. */
  async execute(actor: Actor, { participants, title }: StartedConversation): Promise<string> {
    const own = { personId: actor.personId, organizationId: actingOrganization(actor).id };
    const others = participants.filter((seat) => !isSameSeat(seat, own));
    if (others.length + 1 > MAX_SEATS) throw new SeatRefused('full');
    const known = await this.contacts.of(actor);
    const strangers = others.filter((seat) => !known.some((contact) => isSameSeat(contact, seat)));
    const [first] = others;
    if (strangers.length > 0 || !first) throw new NotAcquainted();

    return this.unitOfWork.run(actor, async (tx) => {
      if (others.length === 1 && title === undefined) return this.between(tx, own, first, []);
      const id = newId();
      const conversationId = await this.openConversation.execute(tx, {
        about: { type: 'group', id },
        participants: [own, ...others],
        facts: [],
        title,
      });
      await this.rooms.setRole(tx, conversationId, own, 'host');
      for (const { personId: toPersonId, organizationId: toOrganizationId } of others) {
        const source = { aggregateType: 'conversation', aggregateId: conversationId, seq: 0 };
        tx.emit('conversation.joined', source, { toPersonId, toOrganizationId });
      }
      return conversationId;
    });
  }

  /** The one conversation of two people, opened where it is not yet. Whether they may talk is decided before. */
  async between(
    tx: Transaction,
    one: ConversationMember,
    other: ConversationMember,
    facts: readonly PinnedFact[],
  ): Promise<string> {
    const about = { type: 'direct', id: pairId(one, other) };
    return this.openConversation.execute(tx, { about, participants: [one, other], facts });
  }
}

/** The same for the same two, whoever asks: a UUID (version 8) of their seats. */
function pairId(one: ConversationMember, other: ConversationMember): string {
  const seats = [one, other].map(({ personId, organizationId }) => `${personId}:${organizationId}`).sort();
  const bytes = createHash('sha256').update(seats.join(' ')).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
