import { Injectable, type OnModuleInit } from '@nestjs/common';
import { actingOrganization, type Actor, NotFound } from '#libs/kernel';
import { isId } from '#libs/platform/database';
import { Presence, RealtimeServer, socketEvents, type SocketLine, watchRoom } from '#libs/platform/realtime';
import { Circles } from '../app/circles.js';
import { visibleTo } from '../domain/circle.js';
import type { ConversationMember } from '../domain/conversation.js';
import { participantRoom } from './messaging.rooms.js';

/** Sooner than this, a line is not told of again as writing. */
const TYPING_EVERY_MS = 1_500;

interface Watch {
  readonly conversationId: string;
  readonly line: SocketLine;
  readonly rooms: readonly string[];
}

/** Who is here and who is writing. Neither reads nor writes a table once the room is remembered. */
@Injectable()
export class PresenceGateway implements OnModuleInit {
  /** By id of the line; each watches one conversation, the one on its screen. */
  private readonly watches = new Map<string, Watch>();
  private readonly typed = new WeakMap<SocketLine, number>();

  constructor(
    private readonly realtime: RealtimeServer,
    private readonly presence: Presence,
    private readonly circles: Circles,
  ) {}

  onModuleInit(): void {
    this.realtime.register(
      socketEvents({
        'messaging.watch-presence': {
          permission: 'conversation.read',
          schema: OF_CONVERSATION,
          handle: (actor, { conversationId }, line) => this.watch(actor, conversationId, line),
        },
        'messaging.type': {
          permission: 'conversation.post',
          schema: OF_CONVERSATION,
          handle: (actor, { conversationId }, line) => this.type(actor, conversationId, line),
        },
      }),
    );
    this.presence.onChange((seat, here) => {
      this.realtime.emitHere(watchRoom(seat), 'messaging.presence-changed', { ...seat, here });
    });
    this.circles.onChange((conversationId) => {
      this.reset(conversationId);
    });
  }

  private async watch(
    actor: Actor,
    conversationId: string,
    line: SocketLine,
  ): Promise<{ here: ConversationMember[] }> {
    const visible = await this.visible(actor, conversationId);
    this.leave(line);
    const rooms = visible.map(watchRoom);
    line.join(rooms);
    if (!this.watches.has(line.id)) line.onClosed(() => this.watches.delete(line.id));
    this.watches.set(line.id, { conversationId, line, rooms });
    return { here: visible.filter((seat) => this.presence.isHere(seat)).map(plain) };
  }

  private async type(actor: Actor, conversationId: string, line: SocketLine): Promise<object> {
    const visible = await this.visible(actor, conversationId);
    const now = performance.now();
    if (now - (this.typed.get(line) ?? -Infinity) < TYPING_EVERY_MS) return {};
    this.typed.set(line, now);
    const payload = { conversationId, ...seatOf(actor) };
    this.realtime.whisper(visible.map(participantRoom), 'messaging.typing', payload);
    return {};
  }

  /** @throws NotFound for a conversation that is not theirs, as for one that does not exist */
  private async visible(actor: Actor, conversationId: string): Promise<ConversationMember[]> {
    const circle = isId(conversationId) ? await this.circles.of(conversationId) : [];
    const visible = visibleTo(circle, seatOf(actor));
    if (!visible) throw new NotFound();
    return visible;
  }

  private leave(line: SocketLine): void {
    const watch = this.watches.get(line.id);
    if (watch) line.leave(watch.rooms);
  }

  /** Nothing more is told by the old rule; whoever may still see asks again. */
  private reset(conversationId: string): void {
    for (const watch of [...this.watches.values()]) {
      if (watch.conversationId !== conversationId) continue;
      watch.line.leave(watch.rooms);
      this.watches.set(watch.line.id, { ...watch, rooms: [] });
      this.realtime.emitHere(watch.line.id, 'messaging.presence-reset', { conversationId });
    }
  }
}

const seatOf = (actor: Actor): ConversationMember => ({
  personId: actor.personId,
  organizationId: actingOrganization(actor).id,
});
const plain = ({ personId, organizationId }: ConversationMember): ConversationMember => ({
  personId,
  organizationId,
});

const OF_CONVERSATION = {
  type: 'object',
  additionalProperties: false,
  required: ['conversationId'],
  properties: { conversationId: { type: 'string' } },
};
