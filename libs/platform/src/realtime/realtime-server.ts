import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleInit,
} from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { Server as HttpServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import type { ServerEventName, ServerToClientEvents } from '#libs/contracts';
import { Principals, Unauthenticated } from '#libs/platform/auth';
import { TtnConfig } from '#libs/platform/config';
import { Database } from '#libs/platform/database';
import { refusalOf } from '#libs/platform/http';
import { type ClusterBackend, RECOVERY_MS } from './cluster-backend.js';
import type { PresenceGossip } from './presence-board.js';
import { postgresStream } from './postgres-stream.js';
import type { PushFlags } from './push.js';
import { ownRooms, personRoom } from './realtime.rooms.js';
import { followRights } from './conversation-rights.js';
import { recoveryGuard } from './recovery.js';
import { redisStream } from './redis-stream.js';
import { OpenSockets } from './open-sockets.js';
import { boundOutgoing, sendTogether } from './outgoing.js';
import { identityOf, lineOf, setIdentity, SocketConnection } from './socket-connection.js';
import { SocketEventRegistry, type SocketEventSummary } from './socket-event-registry.js';
import type { SocketEventTable } from './socket-event-table.js';
import { SocketGate, type SocketIdentity } from './socket-gate.js';
import type { Ahead } from './told-ahead.js';
import { warnSeldom } from './warn-seldom.js';

const MAX_FRAME_BYTES = 64 * 1024;
const HANDSHAKE_WITHIN_MS = 10_000;
/** Net under the notifications: every socket is held against the cached principal this often. */
const SWEEP_EVERY_MS = 4_000;
const DRAIN_WITHIN_MS = 5_000;
/** As socket.io-parser numbers packets. */
const EVENT_PACKET = 2;
/** Among processes; only namespaces hear it. */
const GOSSIP = 'ttn.presence';

/** Hears of the sockets of this process, and of what other processes say of theirs. */
export interface LineListener {
  opened(identity: SocketIdentity): void;
  closed(identity: SocketIdentity): void;
  gossip(gossip: PresenceGossip): void;
}

/**
 * The socket server of an API process, on the port of its HTTP server. Features register what clients may ask
 * and emit what clients shall hear; a socket belongs to one sign-in and ends with it.
 */
@Injectable()
export class RealtimeServer implements OnModuleInit, OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(RealtimeServer.name);
  private readonly sockets: OpenSockets;
  private readonly answering = new Set<Promise<void>>();
  private backend: ClusterBackend;
  private io: Server | undefined;
  private sweeper: NodeJS.Timeout | undefined;
  private closing = false;
  private lines: LineListener | undefined;

  constructor(
    private readonly http: HttpAdapterHost,
    private readonly config: TtnConfig,
    private readonly database: Database,
    private readonly gate: SocketGate,
    private readonly principals: Principals,
    private readonly events: SocketEventRegistry,
  ) {
    this.sockets = new OpenSockets((socket, identity) => this.review(socket, identity));
  }

  /** Opens events to clients. Refuses to boot on one without permission and on two handlers of one name. */
  register(table: SocketEventTable): void {
    this.events.register(table);
  }

  /** Every event clients may send, with its permission and schema. */
  table(): SocketEventSummary[] {
    return this.events.summaries();
  }

  /**
   * Pushes to every socket in any of `rooms`, in whatever process, once. Emits of one process arrive in
   * their order. A push is a hint and may be lost with its process; the API is the truth.
   */
  emit<Name extends ServerEventName>(
    rooms: string | readonly string[],
    event: Name,
    payload: ServerToClientEvents[Name],
  ): void {
    this.io?.to([rooms].flat()).emit(event, payload);
  }

  /**
   * As {@link emit}, but the sockets of this process need not wait until the others can have it: for what carries
   * an order of its own, by which clients sort it, and drop what they hear twice. Processes that were told of it
   * {@link ahead}, by `key`, have it.
   */
  emitAtOnce<Name extends ServerEventName>(
    rooms: readonly string[],
    event: Name,
    payload: ServerToClientEvents[Name],
    key?: string,
  ): void {
    const flags: PushFlags = { atOnce: true, ...(key !== undefined && { key }) };
    void this.io
      ?.of('/')
      .adapter.broadcast(
        { type: EVENT_PACKET, nsp: '/', data: [event, payload] },
        { rooms: new Set(rooms), except: new Set(), flags },
      );
  }

  /**
   * As {@link emit}, now or never: kept nowhere, not even in the stream, and left out where a socket is busy. For
   * what is worth nothing a moment later.
   */
  whisper<Name extends ServerEventName>(
    rooms: readonly string[],
    event: Name,
    payload: ServerToClientEvents[Name],
  ): void {
    if (rooms.length > 0) this.io?.to([...rooms]).volatile.emit(event, payload);
  }

  /** To the sockets of this process alone. */
  emitHere<Name extends ServerEventName>(
    room: string,
    event: Name,
    payload: ServerToClientEvents[Name],
  ): void {
    this.io?.local.to(room).emit(event, payload);
  }

  /** Follows the lines of this process; there is one that does. */
  onLines(listener: LineListener): void {
    this.lines = listener;
  }

  /** Tells the other processes; kept nowhere. */
  gossip(gossip: PresenceGossip): void {
    this.io?.serverSideEmit(GOSSIP, gossip);
  }

  /** How a transaction may tell the other processes what will be emitted at once; undefined when that is for nobody. */
  ahead(): Ahead | undefined {
    return this.backend.ahead();
  }

  /** Resolves when everything emitted so far has left this process. */
  async drained(): Promise<void> {
    await this.backend.drained();
  }

  /** Puts every open socket of these persons into a room, in whatever process. */
  joinPersons(personIds: readonly string[], room: string): void {
    this.io?.in(personIds.map(personRoom)).socketsJoin(room);
  }

  leave(personIds: readonly string[], room: string): void {
    this.io?.in(personIds.map(personRoom)).socketsLeave(room);
  }

  /** Sockets open in this process. */
  get openSockets(): number {
    return this.sockets.size;
  }

  /** Everybody with a line to this process. */
  openPersons(): ReadonlySet<string> {
    return this.sockets.persons();
  }

  onModuleInit(): void {
    this.backend = this.chooseBackend();
    const server = this.http.httpAdapter.getHttpServer() as HttpServer;
    this.io = new Server(server, {
      adapter: this.backend.adapter,
      serveClient: false,
      transports: ['websocket', 'polling'],
      maxHttpBufferSize: MAX_FRAME_BYTES,
      perMessageDeflate: false,
      httpCompression: false,
      connectTimeout: HANDSHAKE_WITHIN_MS,
      // Who takes up a session was let in by it; the rest is checked by `recoveryGuard` and `checkCaller`.
      connectionStateRecovery: { maxDisconnectionDuration: RECOVERY_MS, skipMiddlewares: true },
      allowRequest: (request, answer) => {
        answer(null, !this.closing && this.gate.admitsOrigin(request));
      },
    });
    sendTogether(this.io.engine);
    this.io.use((socket, next) => void this.admit(socket).then(() => next(), next));
    this.io.on(GOSSIP, (gossip: PresenceGossip) => this.lines?.gossip(gossip));
    this.io.on('connection', (socket) => {
      this.opened(socket);
    });
    this.principals.onEnded((sessionId) => {
      this.sockets.endSession(sessionId);
    });
    this.principals.onChanged((personId) => void this.sockets.recheckPerson(personId));
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.backend.start();
    this.sweeper = setInterval(() => void this.sockets.sweep(), SWEEP_EVERY_MS);
    this.sweeper.unref();
  }

  /** Takes no one new, lets every question under way be answered, and sends everybody to another process. */
  async beforeApplicationShutdown(): Promise<void> {
    this.closing = true;
    clearInterval(this.sweeper);
    await Promise.race([Promise.allSettled(this.answering), delay(DRAIN_WITHIN_MS)]);
    await Promise.race([this.backend.drained().catch(() => undefined), delay(DRAIN_WITHIN_MS)]);
    this.sockets.endAll('server-restart');
    // What was just said leaves at the end of this turn.
    await new Promise((resolve) => setImmediate(resolve));
    await this.io?.of('/').adapter.close();
    this.io?.engine.close();
    await this.backend.close();
  }

  private chooseBackend(): ClusterBackend {
    const warn = warnSeldom(this.logger, 'The stream between processes was disturbed.');
    const onError = (error: unknown): void => {
      if (!this.closing) warn(error);
    };
    const guard = recoveryGuard((identity) => this.gate.rightsOf(identity));
    const { REDIS_URL, DATABASE_URL: connectionString } = this.config;
    if (REDIS_URL) return redisStream(REDIS_URL, guard, onError);
    const onGap = (): void => {
      this.sockets.drop();
    };
    return postgresStream({ connectionString, pool: this.database.pool, guard, onGap, onError });
  }

  private async admit(socket: Socket): Promise<void> {
    try {
      const identity = await this.gate.admit(socket.handshake.auth);
      setIdentity(socket, identity);
      await socket.join(ownRooms(identity));
      if (!(await this.review(socket, identity))) throw new Unauthenticated();
    } catch (error) {
      throw this.refused(error);
    }
  }

  private async review(socket: Socket, identity: SocketIdentity): Promise<boolean> {
    const rights = await this.gate.rightsOf(identity);
    if (rights) await followRights(socket, identity, rights);
    return rights !== undefined;
  }

  /** The error socket.io sends as `connect_error`, with the code in `data`. */
  private refused(error: unknown): Error {
    const known = refusalOf(error);
    if (!known) this.logger.error({ err: error }, 'A handshake failed.');
    else if (known.status >= 500) this.logger.warn({ err: error }, 'A handshake was put off.');
    const code = known?.code ?? 'service/internal';
    return Object.assign(new Error(code), { data: { code } });
  }

  private opened(socket: Socket): void {
    const identity = identityOf(socket);
    const connection = new SocketConnection(identity, lineOf(socket), this.gate, this.events);
    this.sockets.add(socket, identity);
    this.lines?.opened(identity);
    socket.once('disconnect', () => this.lines?.closed(identity));
    boundOutgoing(socket, () => {
      this.logger.warn({ personId: identity.personId }, 'A reader too slow for its messages was cut off.');
    });
    // Every packet ends here; nothing is passed on to listeners, of which there are none.
    socket.use((packet) => {
      const answered = connection.receive(packet).finally(() => this.answering.delete(answered));
      this.answering.add(answered);
    });
    if (socket.recovered) void this.checkCaller(socket, identity);
  }

  /** A recovered socket keeps its identity, so a handshake that names another one is sent away to begin afresh. */
  private async checkCaller(socket: Socket, identity: SocketIdentity): Promise<void> {
    // What it may may have changed while it was let in.
    await this.sockets.recheckSocket(socket);
    const named: unknown = socket.handshake.auth.organizationId;
    const sameOrganization = typeof named !== 'string' || named === identity.organizationId;
    // A token that has run out is no other person: the session is what holds the socket.
    const caller = await this.gate.admit(socket.handshake.auth).catch(() => identity);
    if (!sameOrganization || caller.sessionId !== identity.sessionId) socket.disconnect(true);
  }
}

const delay = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms).unref());
