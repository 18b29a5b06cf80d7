import type { BroadcastOptions } from 'socket.io-adapter';
import type { Namespace, Socket } from 'socket.io';

/**
 * Some flags of an emit. `atOnce`: the sockets of its own process get it without waiting for the stream. `key`: whoever
 * was told of it ahead, by this name, has it.
 */
export interface PushFlags {
  readonly atOnce?: true;
  readonly key?: string;
  readonly volatile?: boolean;
}

/**
 * What is pushed, as it goes through the stream: written once, however many sockets and processes get it. A message to a
 * thousand people has a thousand rooms, which are cheaper to carry as one text.
 */
export interface Push {
  /** The event and its payload, in JSON. */
  readonly words: string;
  readonly rooms: string;
  readonly except: string;
  readonly flags: PushFlags;
}

/** No name of a room holds one. */
const BETWEEN_ROOMS = '\n';
/** As engine.io and socket.io write that an event follows. */
const MESSAGE = '4';
const EVENT = '2';
const TEXT_FRAME = 0x81;

export function toPush(data: unknown, { rooms, except, flags }: BroadcastOptions): Push {
  return {
    words: JSON.stringify(data),
    rooms: [...rooms].join(BETWEEN_ROOMS),
    except: [...(except ?? [])].join(BETWEEN_ROOMS),
    flags: flags ?? {},
  };
}

/** The same push, for the sockets of its own process too when the stream brings it. */
export function inTurn({ flags: { atOnce: _, ...flags }, ...push }: Push): Push {
  return { ...push, flags };
}

export function roomsOf(line: string): string[] {
  return line === '' ? [] : line.split(BETWEEN_ROOMS);
}

/** The words with the place in the stream, by which a client says what it has heard. */
export function numbered(words: string, offset: string): string {
  return `${words.slice(0, -1)},"${offset}"]`;
}

/** Whether a session in `rooms` is meant, by the same rule as {@link hearers}. */
export function isFor(push: Push, rooms: readonly string[]): boolean {
  const named = roomsOf(push.rooms);
  const included = named.length === 0 || named.some((room) => rooms.includes(room));
  return included && !roomsOf(push.except).some((room) => rooms.includes(room));
}

/** Sockets of this process in any of `rooms`, each once; without rooms, everybody. */
export function hearers(
  { adapter, sockets }: Namespace,
  rooms: readonly string[],
  except: readonly string[],
): Set<Socket> {
  const inside = (names: readonly string[]): Set<Socket> => {
    const found = new Set<Socket>();
    for (const room of names) {
      for (const id of adapter.rooms.get(room) ?? []) {
        const socket = sockets.get(id);
        if (socket) found.add(socket);
      }
    }
    return found;
  };
  const meant = rooms.length > 0 ? inside(rooms) : new Set(sockets.values());
  for (const socket of inside(except)) meant.delete(socket);
  return meant;
}

/** Sends an event to sockets; all get the same bytes, in a frame that is made once. */
export function send(sockets: Iterable<Socket>, namespace: string, words: string, volatile = false): void {
  const packet = `${EVENT}${namespace === '/' ? '' : `${namespace},`}${words}`;
  const options = { compress: false, wsPreEncodedFrame: [frame(MESSAGE + packet)] };
  for (const { conn } of sockets) {
    if (!volatile || conn.transport.writable) conn.write(packet, options);
  }
}

/** A WebSocket frame with a text, as servers send it (RFC 6455, 5.2). */
function frame(text: string): Buffer {
  const size = Buffer.byteLength(text);
  const head = size < 126 ? 2 : size < 65_536 ? 4 : 10;
  const bytes = Buffer.allocUnsafe(head + size);
  bytes[0] = TEXT_FRAME;
  bytes[1] = head === 2 ? size : head === 4 ? 126 : 127;
  if (head === 4) bytes.writeUInt16BE(size, 2);
  if (head === 10) bytes.writeBigUInt64BE(BigInt(size), 2);
  bytes.write(text, head);
  return bytes;
}
