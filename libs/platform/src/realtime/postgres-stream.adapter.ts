import { decode, Encoder } from '@msgpack/msgpack';
import type { BroadcastOptions } from 'socket.io-adapter';
import {
  ClusterAdapterWithHeartbeat,
  type ClusterMessage,
  type ClusterResponse,
  MessageType,
  type Session,
} from 'socket.io-adapter';
import type { Namespace } from 'socket.io';
import type { Packet } from 'socket.io-parser';
import { hearers, inTurn, isFor, numbered, type Push, roomsOf, send, toPush } from './push.js';
import type { KeptSession, RecoveryGuard } from './recovery.js';
import { type AheadPush, ToldAhead } from './told-ahead.js';

type BroadcastMessage = Extract<ClusterMessage, { type: MessageType.BROADCAST }>;
/** A broadcast that nobody is to acknowledge, and that is therefore kept. */
type PushMessage = Omit<BroadcastMessage, 'data'> & { readonly data: Push };

/** A message of the stream with its place there. */
export interface Missed {
  readonly offset: string;
  readonly message: ClusterMessage;
}

/** What the adapter of a namespace needs of the stream all namespaces share. */
export interface Stream {
  /**
   * Appends; resolves when durable enough to be read by every process, this one included. What is `patient` may wait
   * for more to come.
   */
  append(message: ClusterMessage, bytes: Uint8Array, patient: boolean): Promise<void>;
  /** Tells every process now or never. */
  whisper(bytes: Uint8Array): Promise<void>;
  keepSession(pid: string, data: Uint8Array): Promise<void>;
  /** The kept session, once; undefined when it is gone. */
  takeSession(pid: string): Promise<Uint8Array | undefined>;
  /**
   * What was broadcast after `offset`, the last that was delivered here included; undefined when some of it is gone, or
   * it is too much. Nothing more is delivered before those who wait for this have acted on it.
   */
  missed(namespace: string, offset: string): Promise<readonly Missed[] | undefined>;
  /** The last message of the stream that was delivered here; undefined before the stream is followed. */
  position(): string | undefined;
}

const EPHEMERAL: ReadonlySet<MessageType> = new Set([
  MessageType.INITIAL_HEARTBEAT,
  MessageType.HEARTBEAT,
  MessageType.ADAPTER_CLOSE,
  MessageType.FETCH_SOCKETS,
  MessageType.SERVER_SIDE_EMIT,
]);
/** A client that missed more than this starts afresh and asks the API. */
const MAX_MISSED = 500;
/** Processes say every five seconds that they are there; who has not been heard for longer has gone. */
const HEARD_WITHIN_MS = 12_000;
/** What a process says of itself whenever it says anything to all: whether it has sockets. */
interface Sign {
  readonly lines?: boolean;
}
/** With a buffer it keeps: one for each message would be more work than the message. */
const encoder = new Encoder();

/**
 * The socket.io adapter of a namespace on an ordered stream. A broadcast goes to the stream first and reaches
 * the sockets of every process, the sender's included, when it comes back: so all see one order, and the
 * offset a client holds says exactly what it has seen. What orders itself may be sent `atOnce`: the sockets of this
 * process get it first, with the offset of what stood before it, so that who comes back may hear it once more but
 * misses nothing. Other processes may be told of it ahead in the same way.
 */
export class PostgresStreamAdapter extends ClusterAdapterWithHeartbeat {
  private closed = false;
  /** Processes that have sockets, and when they last said so. */
  private readonly elsewhere = new Map<string, number>();
  /** Sessions being taken up. */
  private returning = 0;
  private readonly told = new ToldAhead();

  constructor(
    namespace: Namespace,
    private readonly stream: Stream,
    private readonly guard: RecoveryGuard,
    private readonly onError: (error: unknown) => void,
  ) {
    super(namespace, {});
  }

  /** Lines to this process, whatever they are about to become. */
  get connections(): number {
    return (this.nsp as Namespace).server.engine.clientsCount;
  }

  /** A message of the stream, in its turn; without `offset`, a whisper. */
  receive(message: ClusterMessage, offset: string | undefined): void {
    const isOwn = message.uid === this.uid;
    if (!isOwn) this.heed(message);
    // Answering another process now would start the heartbeat again.
    if (this.closed) return;
    if (!isPush(message)) this.onMessage(message, offset);
    else if (isOwn ? !message.data.flags.atOnce : !this.wasTold(message.data))
      this.deliver(message.data, offset);
  }

  /** Pushes of another process, before the stream brings them. */
  tellAhead(pushes: readonly AheadPush[]): void {
    // Who is just coming back hears them in their turn, and so does everybody.
    if (this.closed || this.returning > 0) return;
    for (const { key, rooms, words } of pushes) {
      this.told.add(key);
      this.deliver({ words, rooms, except: '', flags: {} }, this.stream.position());
    }
  }

  /**
   * Whether nobody at another process waits for what is said here. Where that is not so any more and was not heard of
   * yet, they hear what was said a moment later and nothing worse.
   */
  isAlone(): boolean {
    const since = performance.now() - HEARD_WITHIN_MS;
    for (const [uid, heardAt] of this.elsewhere) {
      if (heardAt >= since) return false;
      this.elsewhere.delete(uid);
    }
    return true;
  }

  override async broadcast(packet: Packet, options: BroadcastOptions): Promise<void> {
    if (options.flags?.local) return super.broadcast(packet, options);
    // Who is just coming back finds in the stream what they missed, so nothing goes ahead of it meanwhile.
    const push = this.returning === 0 ? toPush(packet.data, options) : inTurn(toPush(packet.data, options));
    const message = { type: MessageType.BROADCAST, data: push } as unknown as BroadcastMessage;
    const published = this.publishAndReturnOffset(message);
    if (push.flags.atOnce) this.deliver(push, this.stream.position());
    await published.catch(this.onError);
  }

  /** Whoever pushes must know at once that somebody is here now. */
  override addAll(id: string, rooms: Set<string>): void {
    const isFirst = this.sids.size === 0;
    void super.addAll(id, rooms);
    if (isFirst) this.sayWhetherLines();
  }

  override delAll(id: string): void {
    const had = this.sids.size > 0;
    super.delAll(id);
    if (had && this.sids.size === 0) this.sayWhetherLines();
  }

  override close(): void {
    this.closed = true;
    void super.close();
  }

  override persistSession(session: KeptSession): void {
    const data = encoder.encode({ ...session, rooms: [...session.rooms] });
    this.stream.keepSession(session.pid, data).catch(this.onError);
  }

  override async restoreSession(pid: string, offset: string): Promise<Session> {
    this.returning += 1;
    // They were not here when it was told, and it may not be among what they missed.
    this.told.clear();
    try {
      const kept = /^\d{1,18}$/.test(offset) ? await this.stream.takeSession(pid) : undefined;
      if (!kept) throw new Error('The session is gone.');
      const session = await this.guard(decode(kept) as KeptSession);
      // Last of all, so that nothing is said between what was missed and what the socket hears itself.
      const missed = await this.stream.missed((this.nsp as Namespace).name, offset);
      if (!missed) throw new Error('What followed the session is gone.');
      const missedPackets = missed.flatMap((row) => missedPacket(row, session.rooms));
      if (missedPackets.length > MAX_MISSED) throw new Error('Too much was missed.');
      return { ...session, missedPackets };
    } finally {
      // Not before the socket stands, which it does within this turn of the event loop.
      setImmediate(() => (this.returning -= 1));
    }
  }

  protected async doPublish(message: ClusterMessage): Promise<string> {
    const sign: Sign = { lines: this.sids.size > 0 };
    const bytes = encoder.encode(isPush(message) ? message : { ...message, ...sign });
    const flags = isPush(message) ? message.data.flags : {};
    const ephemeral =
      EPHEMERAL.has(message.type) ||
      flags.volatile === true ||
      (message.type === MessageType.BROADCAST && !isPush(message));
    if (ephemeral) await this.stream.whisper(bytes);
    else {
      const awaited = !flags.atOnce || (flags.key === undefined && !this.isAlone());
      await this.stream.append(message, bytes, !awaited);
    }
    return '';
  }

  protected async doPublishResponse(_requester: string, response: ClusterResponse): Promise<void> {
    await this.stream.whisper(encoder.encode(response));
  }

  private sayWhetherLines(): void {
    if (!this.closed) this.publish({ type: MessageType.HEARTBEAT });
  }

  private heed({ uid, lines }: ClusterMessage & Sign): void {
    if (lines === true) this.elsewhere.set(uid, performance.now());
    if (lines === false) this.elsewhere.delete(uid);
  }

  private wasTold({ flags: { key } }: Push): boolean {
    return key !== undefined && this.told.take(key);
  }

  private deliver({ words, rooms, except, flags }: Push, offset: string | undefined): void {
    const namespace = this.nsp as Namespace;
    const sockets = hearers(namespace, roomsOf(rooms), roomsOf(except));
    if (sockets.size === 0) return;
    const said = flags.volatile || offset === undefined ? words : numbered(words, offset);
    send(sockets, namespace.name, said, flags.volatile);
  }
}

function isPush(message: ClusterMessage | PushMessage): message is PushMessage {
  return message.type === MessageType.BROADCAST && 'words' in message.data;
}

/** What a session would have received. */
function missedPacket({ offset, message }: Missed, rooms: readonly string[]): unknown[][] {
  if (message.type !== MessageType.BROADCAST) return [];
  // Written by a process before an upgrade: what it says is not known here, so the client asks the API.
  if (!isPush(message)) throw new Error('What was missed cannot be read.');
  if (!isFor(message.data, rooms)) return [];
  return [[...(JSON.parse(message.data.words) as unknown[]), offset]];
}
