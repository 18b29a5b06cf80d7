import { io, type Socket } from 'socket.io-client';
import type {
  ClientEventName,
  ClientToServerEvents,
  ServerEventName,
  ServerToClientEvents,
  SocketRefusal,
} from '#libs/contracts';
import { type ApiClient, createApiClient } from '#libs/api-client';
import type { DemoAccount } from './running-system.js';

type Answer<Name extends ClientEventName> = ClientToServerEvents[Name]['answer'] | SocketRefusal;

/** A person at the door of one api process: a signed-in client, and sockets with everything they were pushed. */
export class ActorSession {
  readonly api: ApiClient;
  private readonly sockets: Socket[] = [];

  private constructor(
    readonly baseUrl: string,
    readonly token: string,
    readonly personId: string,
    /** Empty for a person who belongs to no organization. */
    readonly organizationId: string,
  ) {
    this.api = createApiClient(baseUrl, { token, ...(organizationId && { organizationId }) });
  }

  static async signIn(baseUrl: string, { email, password }: DemoAccount): Promise<ActorSession> {
    const guest = createApiClient(baseUrl);
    const { data: login, error } = await guest.POST('/api/v1/auth/login', { body: { email, password } });
    if (!login) throw new Error(`Signing in as ${email}: ${JSON.stringify(error)}`);
    const token = login.accessToken;
    const { data: me } = await createApiClient(baseUrl, { token }).GET('/api/v1/me');
    return new ActorSession(baseUrl, token, me?.id ?? '', me?.organizations[0]?.id ?? '');
  }

  /** The same session at another api process. */
  at(baseUrl: string): ActorSession {
    return new ActorSession(baseUrl, this.token, this.personId, this.organizationId);
  }

  /** Opens a socket and keeps what it is pushed. Rejects with the refusal's code. */
  async openSocket(organizationId = this.organizationId): Promise<LiveSocket> {
    const socket = io(this.baseUrl, {
      auth: { token: this.token, ...(organizationId && { organizationId }) },
      transports: ['websocket'],
      forceNew: true,
      reconnectionDelay: 100,
      reconnectionDelayMax: 500,
    });
    this.sockets.push(socket);
    const live = new LiveSocket(socket);
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', (error: Error & { data?: { code?: string } }) => {
        reject(new Error(error.data?.code ?? error.message));
      });
    });
    return live;
  }

  close(): void {
    for (const socket of this.sockets) socket.close();
  }
}

/** A socket that remembers every push, so that a test may ask after the fact. */
export class LiveSocket {
  readonly pushed: { name: ServerEventName; payload: unknown }[] = [];

  constructor(readonly socket: Socket) {
    socket.onAny((name: ServerEventName, payload: unknown) => this.pushed.push({ name, payload }));
  }

  /** Sends `name` and answers the acknowledgement; rejects after `timeoutMs` without one. */
  async ask<Name extends ClientEventName>(
    name: Name,
    request: ClientToServerEvents[Name]['request'],
    timeoutMs = 10_000,
  ): Promise<Answer<Name>> {
    return (await this.socket.timeout(timeoutMs).emitWithAck(name, request)) as Answer<Name>;
  }

  /** Everything pushed under `name`, oldest first. */
  all<Name extends ServerEventName>(name: Name): Parameters<ServerPush<Name>>[0][] {
    return this.pushed.flatMap((push) =>
      push.name === name ? [push.payload as Parameters<ServerPush<Name>>[0]] : [],
    );
  }
}

type ServerPush<Name extends ServerEventName> = (payload: ServerToClientEvents[Name]) => void;
