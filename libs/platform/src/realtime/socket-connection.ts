import { Logger } from '@nestjs/common';
import type { Socket } from 'socket.io';
import type { SocketRefusal } from '#libs/contracts';
import { newId } from '#libs/platform/database';
import { refusalOf } from '#libs/platform/http';
import { EventRate } from './event-rate.js';
import { type SocketEventRegistry, TooManyEvents } from './socket-event-registry.js';
import type { SocketLine } from './socket-event-table.js';
import type { SocketGate, SocketIdentity } from './socket-gate.js';

type Acknowledge = (answer: object) => void;

/** One open socket: takes its events in, answers each of them once. */
export class SocketConnection {
  private readonly logger = new Logger(SocketConnection.name);
  private readonly rate = new EventRate(performance.now());

  constructor(
    readonly identity: SocketIdentity,
    private readonly line: SocketLine,
    private readonly gate: SocketGate,
    private readonly events: SocketEventRegistry,
  ) {}

  /** Handles one packet `[name, request, acknowledge?]`; never throws. */
  async receive([name, ...rest]: readonly unknown[]): Promise<void> {
    const last = rest.at(-1);
    const acknowledge: Acknowledge = typeof last === 'function' ? (last as Acknowledge) : () => undefined;
    const requestId = newId();
    if (!this.rate.enter(performance.now())) {
      acknowledge(this.refusal(new TooManyEvents(), requestId));
      return;
    }
    try {
      const actor = await this.gate.actor(this.identity, requestId);
      acknowledge({ ok: true, ...(await this.events.handle(actor, String(name), rest[0], this.line)) });
    } catch (error) {
      acknowledge(this.refusal(error, requestId));
    } finally {
      this.rate.leave();
    }
  }

  private refusal(error: unknown, requestId: string): SocketRefusal {
    const known = refusalOf(error);
    if (!known) {
      this.logger.error({ requestId, err: error }, 'A socket event failed.');
      return { ok: false, error: { code: 'service/internal' } };
    }
    const { code, detail, errors, retryAfterSeconds } = known;
    return {
      ok: false,
      error: {
        code,
        ...(detail !== undefined && { detail }),
        ...(errors && errors.length > 0 && { errors: [...errors] }),
        ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
      },
    };
  }
}

/** What handlers of events may do with a socket. */
export function lineOf(socket: Socket): SocketLine {
  return {
    id: socket.id,
    join: (rooms) => void socket.join([...rooms]),
    leave: (rooms) => rooms.forEach((room) => void socket.leave(room)),
    onClosed: (action) => socket.once('disconnect', action),
  };
}

/** Kept in the socket's data, which socket.io saves with the session for recovery. */
export function setIdentity(socket: Socket, identity: SocketIdentity): void {
  (socket.data as { identity?: SocketIdentity }).identity = identity;
}

export function identityOf(socket: Socket): SocketIdentity {
  const { identity } = socket.data as { identity?: SocketIdentity };
  if (!identity) throw new Error('A socket was opened without an identity.');
  return identity;
}
