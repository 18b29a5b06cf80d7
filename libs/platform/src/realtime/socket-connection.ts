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

/** Packets and bytes that may wait for a reader who does not keep up. */
const MAX_WAITING_PACKETS = 512;
const MAX_WAITING_BYTES = 1024 * 1024;

interface EngineConnection {
  on(event: 'packetCreate', listener: () => void): unknown;
  close(discard: boolean): unknown;
  readonly writeBuffer: readonly { readonly data?: unknown }[];
  readonly transport: { readonly socket?: { terminate?(): void } };
}

/**
 * Cuts a socket off when too much waits for it: one slow reader must not fill the memory of all. The client
 * connects again and asks the API for what it missed.
 */
export function boundOutgoing(socket: Socket, onCut: () => void): void {
  const connection = socket.conn as unknown as EngineConnection;
  connection.on('packetCreate', () => {
    const { writeBuffer } = connection;
    if (writeBuffer.length < 32) return;
    if (writeBuffer.length < MAX_WAITING_PACKETS && waitingBytes(writeBuffer) < MAX_WAITING_BYTES) return;
    onCut();
    const line = connection.transport.socket;
    connection.close(true);
    // A close frame would wait behind everything that is not read.
    line?.terminate?.();
  });
}

function waitingBytes(packets: EngineConnection['writeBuffer']): number {
  let bytes = 0;
  for (const { data } of packets) {
    bytes += typeof data === 'string' || Buffer.isBuffer(data) ? data.length : 0;
  }
  return bytes;
}
