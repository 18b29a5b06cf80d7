import { Module, type Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { AddressInfo } from 'node:net';
import { io as connect, type Socket } from 'socket.io-client';
import type {
  ClientEventName,
  ClientToServerEvents,
  MessageView,
  OrganizationKind,
  ServerToClientEvents,
  SocketRefusal,
} from '#libs/contracts';
import { CreatePerson, IdentityModule, StartSession } from '#libs/identity';
import { type Actor, systemActor } from '#libs/kernel';
import { OpenConversation, type PinnedFact } from '#libs/messaging';
import { MessagingHttpModule } from '#libs/messaging/http';
import { MessagingRealtimeModule } from '#libs/messaging/realtime';
import { AddMember, CreateOrganization, OrganizationsModule } from '#libs/organizations';
import { AuthModule } from '#libs/platform/auth';
import { DatabaseModule, newId, UnitOfWork } from '#libs/platform/database';
import { createHttpApplication } from '#libs/platform/http';
import { RealtimeModule } from '#libs/platform/realtime';
import { testDatabase, type TestDatabase } from '../../support/test-database.js';
import { waitFor } from '../../support/wait.js';

@Module({
  imports: [
    DatabaseModule,
    AuthModule,
    IdentityModule,
    OrganizationsModule,
    RealtimeModule,
    MessagingHttpModule,
    MessagingRealtimeModule,
  ],
})
class TalkModule {}

/** One API process, as far as a test process can hold several. */
export interface ApiProcess {
  readonly app: NestFastifyApplication;
  readonly url: string;
  stop(): Promise<void>;
}

/** A signed-in person acting for their organization. */
export interface Member {
  readonly personId: string;
  readonly organizationId: string;
  readonly sessionId: string;
  readonly accessToken: string;
}

export interface Answer<Body = Record<string, unknown>> {
  readonly status: number;
  readonly body: Body;
  readonly headers: Headers;
}

/** Everything a socket heard, and a way to ask. */
export interface Line {
  readonly socket: Socket;
  readonly posted: ServerToClientEvents['messaging.message-posted'][];
  readonly ended: ServerToClientEvents['session.ended'][];
  readonly others: { name: string; payload: unknown }[];
  ask<Name extends ClientEventName>(
    name: Name,
    request: ClientToServerEvents[Name]['request'],
  ): Promise<ClientToServerEvents[Name]['answer'] | SocketRefusal>;
}

/** Cities, companies and people on one database, served by one or several API processes. */
export class Network {
  readonly processes: ApiProcess[] = [];
  private readonly lines: Socket[] = [];
  private people = 0;

  private constructor(
    readonly database: TestDatabase,
    private readonly module: Type,
  ) {}

  /** `module`: what each process serves; identity and organizations among it. */
  static async start(
    processes: number,
    overrides: Record<string, string> = {},
    module: Type = TalkModule,
  ): Promise<Network> {
    const network = new Network(await testDatabase(), module);
    for (let index = 0; index < processes; index += 1) await network.startProcess(overrides);
    return network;
  }

  async startProcess(overrides: Record<string, string> = {}): Promise<ApiProcess> {
    const app = await createHttpApplication(this.module, this.database.config(overrides), {
      document: { paths: {} },
    });
    await app.listen(0, '127.0.0.1');
    const { port } = app.getHttpServer().address() as AddressInfo;
    const started: ApiProcess = {
      app,
      url: `http://127.0.0.1:${port}`,
      stop: async () => {
        this.processes.splice(this.processes.indexOf(started), 1);
        await app.close();
      },
    };
    this.processes.push(started);
    return started;
  }

  async stop(): Promise<void> {
    this.hangUp();
    for (const each of [...this.processes]) await each.stop();
    await this.database.drop();
  }

  /** Closes every line of the test. */
  hangUp(): void {
    for (const socket of this.lines.splice(0)) socket.disconnect();
  }

  process(index: number): ApiProcess {
    const found = this.processes[index];
    if (!found) throw new Error(`There is no process ${index}.`);
    return found;
  }

  async organization(kind: OrganizationKind): Promise<string> {
    const number = ++this.people;
    const { organizationId } = await this.process(0)
      .app.get(CreateOrganization)
      .execute(systemActor(newId()), {
        slug: `organization-${number}`,
        kind,
        name: `Organization ${number}`,
        country: 'KR',
      });
    return organizationId;
  }

  async member(kind: OrganizationKind, role: string, organizationId?: string): Promise<Member> {
    const { app } = this.process(0);
    const actor = systemActor(newId());
    const organization = organizationId ?? (await this.organization(kind));
    const { personId } = await app.get(CreatePerson).execute(actor, {
      email: `person${++this.people}@example.org`,
      password: `a long password of ${this.people}`,
      displayName: `Person ${this.people}`,
      language: 'en',
      timeZone: 'Asia/Seoul',
    });
    await app.get(AddMember).execute(actor, { organizationId: organization, personId, role });
    return this.signIn(personId, organization);
  }

  /** One more session of a person. */
  async signIn(personId: string, organizationId: string): Promise<Member> {
    const session = await this.process(0).app.get(StartSession).execute(newId(), personId);
    const claims = JSON.parse(
      Buffer.from(session.accessToken.split('.')[1] ?? '', 'base64url').toString(),
    ) as { sid: string };
    return { personId, organizationId, sessionId: claims.sid, accessToken: session.accessToken };
  }

  async conversation(members: readonly Member[], facts: readonly PinnedFact[] = []): Promise<string> {
    const { app } = this.process(0);
    return app.get(UnitOfWork).run(actorOf(members[0]), (tx) =>
      app.get(OpenConversation).execute(tx, {
        about: { type: 'interest', id: newId() },
        participants: members.map(({ personId, organizationId }) => ({ personId, organizationId })),
        facts,
      }),
    );
  }

  async request<Body = Record<string, unknown>>(
    member: Member | undefined,
    method: 'GET' | 'POST',
    path: string,
    body?: unknown,
    index = 0,
  ): Promise<Answer<Body>> {
    const answer = await fetch(`${this.process(index).url}/api/v1${path}`, {
      method,
      headers: {
        ...(member && {
          authorization: `Bearer ${member.accessToken}`,
          'x-organization-id': member.organizationId,
        }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const read = answer.status === 204 ? {} : await answer.json();
    return { status: answer.status, body: read as Body, headers: answer.headers };
  }

  /** Words a message anew, or deletes it where there is no body. */
  async change(
    member: Member,
    method: 'PATCH' | 'DELETE',
    id: string,
    seq: number,
    { revision = 1, body, index = 0 }: { revision?: number; body?: string; index?: number } = {},
  ): Promise<{ status: number; body: MessageView & { code: string } }> {
    const answer = await fetch(`${this.process(index).url}/api/v1/conversations/${id}/messages/${seq}`, {
      method,
      headers: {
        authorization: `Bearer ${member.accessToken}`,
        'x-organization-id': member.organizationId,
        'if-match': `"${revision}"`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify({ body, language: 'en' }) }),
    });
    return { status: answer.status, body: (await answer.json()) as MessageView & { code: string } };
  }

  /** An open line; resolves when it stands. */
  async line(member: Member, index = 0): Promise<Line> {
    const line = this.dial({ token: member.accessToken, organizationId: member.organizationId }, index);
    await waitFor('the line', async () => line.socket.connected);
    return line;
  }

  /** A line with any handshake. */
  dial(auth: Record<string, unknown>, index = 0, headers: Record<string, string> = {}): Line {
    const socket = connect(this.process(index).url, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      auth,
      extraHeaders: headers,
    });
    this.lines.push(socket);
    const line: Line = {
      socket,
      posted: [],
      ended: [],
      others: [],
      ask: (name, request) => socket.timeout(10_000).emitWithAck(name, request) as never,
    };
    socket.onAny((name: string, payload) => {
      if (name === 'messaging.message-posted') line.posted.push(payload);
      else if (name === 'session.ended') line.ended.push(payload);
      else line.others.push({ name, payload });
    });
    return line;
  }
}

/** The member as a verb sees them. */
export function actorOf(member: Member | undefined): Actor {
  if (!member) throw new Error('Nobody to act.');
  return {
    personId: member.personId,
    sessionId: member.sessionId,
    organization: { id: member.organizationId, kind: 'sme', role: 'editor', signatory: false },
    permissions: new Set(['conversation.read', 'conversation.post']),
    requestId: newId(),
  };
}
