import { decode, Encoder } from '@msgpack/msgpack';
import type { BroadcastFlags, BroadcastOptions } from 'socket.io-adapter';
import {
  ClusterAdapterWithHeartbeat,
  type ClusterMessage,
  type ClusterResponse,
  MessageType,
  type Session,
} from 'socket.io-adapter';
import type { Namespace } from 'socket.io';
import type { Packet } from 'socket.io-parser';

type SessionToKeep = Omit<Session, 'missedPackets'>;
export type BroadcastMessage = Extract<ClusterMessage, { type: MessageType.BROADCAST }>;

export interface TakenSession {
  readonly data: Uint8Array;
  readonly missed: readonly { readonly offset: string; readonly message: ClusterMessage }[];
}

/** What the adapter of a namespace needs of the stream all namespaces share. */
export interface Stream {
  /** Appends; resolves when durable enough to be read by every process, this one included. */
  append(message: ClusterMessage, bytes: Uint8Array): Promise<void>;
  /** Tells every process now or never. */
  whisper(bytes: Uint8Array): Promise<void>;
  keepSession(pid: string, data: Uint8Array): Promise<void>;
  /** The kept session and what was broadcast after `offset`; undefined when either is gone, or it is too much. */
  takeSession(namespace: string, pid: string, offset: string): Promise<TakenSession | undefined>;
  /** The last message of the stream that was delivered here; undefined before the stream is followed. */
  position(): string | undefined;
}

/** A broadcast that the sockets of its own process get without waiting for the stream. */
export type AtOnceFlags = BroadcastFlags & { readonly atOnce?: true };

const EPHEMERAL: ReadonlySet<MessageType> = new Set([
  MessageType.INITIAL_HEARTBEAT,
  MessageType.HEARTBEAT,
  MessageType.ADAPTER_CLOSE,
  MessageType.FETCH_SOCKETS,
  MessageType.SERVER_SIDE_EMIT,
]);
/** A client that missed more than this starts afresh and asks the API. */
const MAX_MISSED = 500;
const EVENT_PACKET = 2;
/** With a buffer it keeps: one for each message would be more work than the message. */
const encoder = new Encoder();

/**
 * The socket.io adapter of a namespace on an ordered stream. A broadcast goes to the stream first and reaches
 * the sockets of every process, the sender's included, when it comes back: so all see one order, and the
 * offset a client holds says exactly what it has seen. What orders itself may be sent `atOnce`: the sockets of this
 * process get it first, with the offset of what stood before it, so that who comes back may hear it once more but
 * misses nothing.
 */
export class PostgresStreamAdapter extends ClusterAdapterWithHeartbeat {
  private closed = false;

  constructor(
    namespace: Namespace,
    private readonly stream: Stream,
    private readonly onError: (error: unknown) => void,
  ) {
    super(namespace, {});
  }

  /** A message of the stream, in its turn; without `offset`, a whisper. */
  receive(message: ClusterMessage, offset: string | undefined): void {
    // Answering another process now would start the heartbeat again.
    if (this.closed) return;
    if (!isPlainBroadcast(message) || message.uid !== this.uid) this.onMessage(message, offset);
    else if (!isAtOnce(message.data.opts.flags)) this.deliver(message.data, offset);
  }

  override async broadcast(packet: Packet, options: BroadcastOptions): Promise<void> {
    if (options.flags?.local) return super.broadcast(packet, options);
    const opts = {
      rooms: [...options.rooms],
      except: [...(options.except ?? [])],
      flags: options.flags ?? {},
    };
    const published = this.publishAndReturnOffset({ type: MessageType.BROADCAST, data: { packet, opts } });
    if (isAtOnce(opts.flags)) {
      // The packet belongs to the stream now; what is added for these sockets is theirs alone.
      const data = [...(packet.data as unknown[])];
      this.deliver({ packet: { ...packet, data }, opts }, this.stream.position());
    }
    await published.catch(this.onError);
  }

  override close(): void {
    this.closed = true;
    void super.close();
  }

  override persistSession(session: SessionToKeep): void {
    const data = encoder.encode({ ...session, rooms: [...session.rooms] });
    this.stream.keepSession(session.pid, data).catch(this.onError);
  }

  override async restoreSession(pid: string, offset: string): Promise<Session> {
    const kept = /^\d{1,18}$/.test(offset)
      ? await this.stream.takeSession((this.nsp as Namespace).name, pid, offset)
      : undefined;
    if (!kept) throw new Error('The session or what followed it is gone.');
    const session = decode(kept.data) as SessionToKeep;
    const missedPackets = kept.missed.flatMap((row) => missedPacket(row, session.rooms));
    if (missedPackets.length > MAX_MISSED) throw new Error('Too much was missed.');
    return { ...session, missedPackets };
  }

  protected async doPublish(message: ClusterMessage): Promise<string> {
    const bytes = encoder.encode(message);
    const ephemeral =
      EPHEMERAL.has(message.type) ||
      (message.type === MessageType.BROADCAST && (!isPlainBroadcast(message) || isVolatile(message)));
    await (ephemeral ? this.stream.whisper(bytes) : this.stream.append(message, bytes));
    return '';
  }

  protected async doPublishResponse(_requester: string, response: ClusterResponse): Promise<void> {
    await this.stream.whisper(encoder.encode(response));
  }

  private deliver({ packet, opts }: BroadcastMessage['data'], offset: string | undefined): void {
    const event = packet as { type: number; data: unknown[] };
    if (event.type === EVENT_PACKET && opts.flags.volatile === undefined && offset) event.data.push(offset);
    void super.broadcast(event, {
      rooms: new Set(opts.rooms),
      except: new Set(opts.except),
      flags: { ...opts.flags, local: true },
    });
  }
}

/** A broadcast that nobody is to acknowledge, and that is therefore kept. */
function isPlainBroadcast(message: ClusterMessage): message is BroadcastMessage {
  return message.type === MessageType.BROADCAST && message.data.requestId === undefined;
}

const isAtOnce = (flags: AtOnceFlags): boolean => flags.atOnce === true;

/** Worth nothing a moment later, so it is kept nowhere. */
function isVolatile({ data }: BroadcastMessage): boolean {
  return data.opts.flags.volatile === true;
}

/** What a session would have received, by the same rule as a broadcast: in one of the rooms, in none excepted. */
function missedPacket(
  { offset, message }: TakenSession['missed'][number],
  rooms: readonly string[],
): unknown[][] {
  if (!isPlainBroadcast(message)) return [];
  const { packet, opts } = message.data;
  const included = opts.rooms.length === 0 || opts.rooms.some((room) => rooms.includes(room));
  if (!included || opts.except.some((room) => rooms.includes(room))) return [];
  return [[...(packet as { data: unknown[] }).data, offset]];
}
