import { Injectable, type OnModuleInit } from '@nestjs/common';
import { actingOrganization, type Actor, NotFound } from '#libs/kernel';
import { isId } from '#libs/platform/database';
import { Presence, RealtimeServer, socketEvents, type SocketLine, watchRoom } from '#libs/platform/realtime';
import { type CircleChange, Circles } from '../app/circles.js';
import { type CircleSeat, visibleTo } from '../domain/circle.js';
import type { ConversationMember } from '../domain/conversation.js';
import { participantRoom } from './messaging.rooms.js';

/** Sooner than this, a line is not told of again as writing. */
const TYPING_EVERY_MS = 1_500;

interface Watch {
  readonly conversationId: string;
  /** Ids of everybody who takes part, also of those who are not shown. */
  readonly people: ReadonlySet<string>;
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
    this.circles.onChange((change) => {
      this.reset(change);
    });
  }

  private async watch(
    actor: Actor,
    conversationId: string,
    line: SocketLine,
  ): Promise<{ here: ConversationMember[] }> {
    const circle = await this.circleOfNow(conversationId);
    const visible = visibleIn(circle, actor);
    this.leave(line);
    const rooms = visible.map(watchRoom);
    line.join(rooms);
    if (!this.watches.has(line.id)) line.onClosed(() => this.watches.delete(line.id));
    const people = new Set(circle.map(({ personId }) => personId));
    this.watches.set(line.id, { conversationId, people, line, rooms });
    return { here: visible.filter((seat) => this.presence.isHere(seat)).map(plain) };
  }

  private async type(actor: Actor, conversationId: string, line: SocketLine): Promise<object> {
    const visible = visibleIn(await this.circleOf(conversationId), actor);
    const now = performance.now();
    if (now - (this.typed.get(line) ?? -Infinity) < TYPING_EVERY_MS) return {};
    this.typed.set(line, now);
    const payload = { conversationId, ...seatOf(actor) };
    this.realtime.whisper(visible.map(participantRoom), 'messaging.typing', payload);
    return {};
  }

  /** Read again where anything changed meanwhile, for who watches nothing yet is not told to ask again. */
  private async circleOfNow(conversationId: string): Promise<readonly CircleSeat[]> {
    for (;;) {
      const before = this.circles.changes;
      const circle = await this.circleOf(conversationId);
      if (this.circles.changes === before) return circle;
    }
  }

  private async circleOf(conversationId: string): Promise<readonly CircleSeat[]> {
    return isId(conversationId) ? this.circles.of(conversationId) : [];
  }

  private leave(line: SocketLine): void {
    const watch = this.watches.get(line.id);
    if (watch) line.leave(watch.rooms);
  }

  /** Nothing more is told by the old rule; whoever may still see asks again. */
  private reset(change: CircleChange): void {
    for (const watch of [...this.watches.values()]) {
      if (!isTouched(watch, change)) continue;
      const { conversationId } = watch;
      watch.line.leave(watch.rooms);
      this.watches.set(watch.line.id, { ...watch, rooms: [] });
      this.realtime.emitHere(watch.line.id, 'messaging.presence-reset', { conversationId });
    }
  }
}

/** @throws NotFound for a conversation that is not theirs, as for one that does not exist */
function visibleIn(circle: readonly CircleSeat[], actor: Actor): ConversationMember[] {
  const visible = visibleTo(circle, seatOf(actor));
  if (!visible) throw new NotFound();
  return visible;
}

function isTouched({ conversationId, people }: Watch, change: CircleChange): boolean {
  if (change === 'any') return true;
  return 'personId' in change ? people.has(change.personId) : change.conversationId === conversationId;
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
