import { type INestApplicationContext, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import type { AddressInfo } from 'node:net';
import { io as connect, type Socket } from 'socket.io-client';
import type { DomainEvents, DomainEventType, EventEnvelope, OrganizationKind } from '#libs/contracts';
import { CreatePerson, StartSession } from '#libs/identity';
import { type Actor, systemActor } from '#libs/kernel';
import { DeliverNotices, MailPace } from '#libs/notifications';
import { NotificationsHttpModule } from '#libs/notifications/http';
import { IdentityJobsModule } from '#libs/identity/jobs';
import { NotificationsJobsModule } from '#libs/notifications/jobs';
import { NotificationsRealtimeModule, OpenLinePublisher } from '#libs/notifications/realtime';
import { AddMember, CreateOrganization } from '#libs/organizations';
import { AuthModule } from '#libs/platform/auth';
import { ConfigModule } from '#libs/platform/config';
import { Database, DatabaseModule, newId, UnitOfWork } from '#libs/platform/database';
import { createHttpApplication } from '#libs/platform/http';
import { QueueWorkerModule } from '#libs/platform/queue';
import { RealtimeModule } from '#libs/platform/realtime';
import { type TestDatabase, testDatabase } from '../../support/test-database.js';
import { waitFor } from '../../support/wait.js';

/** Quick enough for tests; the proportions are those of the product. */
const QUEUE_PACE = {
  relayEvery: 200,
  reconcileEvery: 150,
  grace: 600,
  stalledInterval: 400,
  lockDuration: 1_000,
  stopWithin: 200,
};

/** Without one of these somebody would never be told, so the worker refuses to start. */
const TELLING = [
  { name: 'deliver-notices', queue: 'default' },
  { name: 'return-notice', queue: 'default' },
  { name: 'send-digest', queue: 'mail' },
  { name: 'send-mail', queue: 'mail' },
  { name: 'send-push', queue: 'mail' },
  { name: 'sweep-mail', queue: 'mail' },
  { name: 'tell-unread', queue: 'default' },
  { name: 'forget-person', queue: 'maintenance' },
] as const;

@Module({
  imports: [DatabaseModule, AuthModule, RealtimeModule, NotificationsHttpModule, NotificationsRealtimeModule],
})
class ApiModule {}

export interface Person {
  readonly personId: string;
  readonly organizationId: string;
  readonly email: string;
  readonly accessToken: string;
}

export interface MailRow {
  id: string;
  state: string;
  attempts: number;
  message_id: string;
  to_address: string;
  subject: string;
  text: string;
  html: string;
  language: string;
  due_at: Date;
  template: string;
  last_error: string | null;
  captured: boolean;
  request_id: string;
}

/** Cities, companies and people on one database, with workers that tell them things and processes they ask. */
export class NoticeWorld {
  readonly processes: { app: NestFastifyApplication; url: string }[] = [];
  private readonly workers: INestApplicationContext[] = [];
  private readonly sockets: Socket[] = [];
  private count = 0;

  private constructor(
    readonly database: TestDatabase,
    private readonly settings: Record<string, string>,
  ) {}

  static async start(settings: Record<string, string> = {}, processes = 0): Promise<NoticeWorld> {
    const world = new NoticeWorld(await testDatabase(), settings);
    await world.startWorker();
    for (let index = 0; index < processes; index += 1) await world.startProcess();
    return world;
  }

  async startWorker(pace: Partial<MailPace> = {}): Promise<INestApplicationContext> {
    const builder = Test.createTestingModule({
      imports: [
        ConfigModule.with(this.database.config(this.settings)),
        DatabaseModule,
        AuthModule,
        // Only what tells people things runs here, and all of it.
        QueueWorkerModule.with({ ...QUEUE_PACE, expected: () => TELLING }),
        IdentityJobsModule,
        NotificationsJobsModule,
      ],
    });
    builder.overrideProvider(MailPace).useValue(new MailPace({ claim: 2, firstPause: 0.1, ...pace }));
    const worker = await builder.setLogger(false as never).compile();
    await worker.init();
    this.workers.push(worker);
    return worker;
  }

  /** The worker is gone from one moment to the next: nothing it does reaches the database any more. */
  async killWorker(worker: INestApplicationContext): Promise<void> {
    this.workers.splice(this.workers.indexOf(worker), 1);
    await worker.get(Database, { strict: false }).pool.end();
    // What is left of it cannot even say goodbye.
    await worker.close().catch(() => undefined);
  }

  async startProcess(settings: Record<string, string> = {}): Promise<void> {
    const config = this.database.config({ ...this.settings, ...settings });
    const app = await createHttpApplication(ApiModule, config, { document: { paths: {} } });
    await app.listen(0, '127.0.0.1');
    const { port } = app.getHttpServer().address() as AddressInfo;
    this.processes.push({ app, url: `http://127.0.0.1:${port}` });
  }

  async stop(): Promise<void> {
    this.hangUp();
    for (const { app } of this.processes.splice(0)) await app.close();
    for (const worker of this.workers.splice(0)) await worker.close();
    await this.database.drop();
  }

  /** A worker's own parts, for arranging. */
  get parts(): INestApplicationContext {
    const [worker] = this.workers;
    if (!worker) throw new Error('There is no worker.');
    return worker;
  }

  async organization(kind: OrganizationKind, name: string, nameLocal?: string): Promise<string> {
    const slug = name.toLowerCase().replace(/\W+/g, '-');
    const { organizationId } = await this.parts
      .get(CreateOrganization, { strict: false })
      .execute(systemActor(newId()), { slug, kind, name, nameLocal, country: 'KR' });
    return organizationId;
  }

  async person(organizationId: string, role: string, language = 'en'): Promise<Person> {
    const actor = systemActor(newId());
    const email = `person${(this.count += 1)}@example.org`;
    const { personId } = await this.parts.get(CreatePerson, { strict: false }).execute(actor, {
      email,
      password: `a long password of ${email}`,
      displayName: `Person ${this.count}`,
      language,
      timeZone: 'Asia/Seoul',
    });
    await this.parts.get(AddMember, { strict: false }).execute(actor, { organizationId, personId, role });
    const { accessToken } = await this.parts.get(StartSession, { strict: false }).execute(newId(), personId);
    return { personId, organizationId, email, accessToken };
  }

  /** Commits an event as somebody's own act; answers its id. */
  emit<Type extends DomainEventType>(
    by: Person | null,
    type: Type,
    payload: DomainEvents[Type],
    about: { type: string; id: string } = { type: 'thing', id: newId() },
  ): Promise<string> {
    const actor: Actor = { ...systemActor('a-click'), ...(by && { personId: by.personId }) };
    return this.parts
      .get(UnitOfWork, { strict: false })
      .run(actor, async (tx) =>
        tx.emit(
          type,
          { aggregateType: about.type, aggregateId: about.id, seq: 1, organizationId: by?.organizationId },
          payload,
        ),
      );
  }

  /** What `by`, or the system, did at `occurredAt`, as a worker hears of it; no worker has yet. */
  happened<Type extends DomainEventType>(
    by: Person | null,
    type: Type,
    payload: DomainEvents[Type],
    { about, occurredAt }: { about: { type: string; id: string }; occurredAt: Date },
  ): EventEnvelope {
    return {
      ...{ id: newId(), type, schemaVersion: 1, occurredAt: occurredAt.toISOString(), requestId: 'a-click' },
      ...{ aggregateType: about.type, aggregateId: about.id, aggregateSeq: 1, payload },
      organizationId: by?.organizationId ?? null,
      actorId: by?.personId ?? systemActor('a-click').personId,
    };
  }

  /** A worker takes these up one after the other, in this very order. */
  async work(...events: readonly EventEnvelope[]): Promise<void> {
    const notices = this.parts.get(DeliverNotices, { strict: false });
    for (const event of events) {
      const delivery = await notices.prepare(event);
      await this.parts
        .get(UnitOfWork, { strict: false })
        .run(systemActor('a-click'), (tx) => notices.write(tx, delivery));
    }
  }

  /** Waits until every event has had its effect. */
  async settled(): Promise<void> {
    await waitFor(
      'every event to be done',
      async () => (await this.database.query('select from outbox_event where done_at is null')).length === 0,
      { timeoutMs: 30_000 },
    );
  }

  mails(): Promise<MailRow[]> {
    return this.database.query<MailRow>('select * from mail order by id');
  }

  async mailsAre(state: string, count: number): Promise<MailRow[]> {
    return waitFor(
      `${count} mails to be ${state}`,
      async () => {
        const mails = (await this.mails()).filter((mail) => mail.state === state);
        return mails.length >= count && mails;
      },
      { timeoutMs: 30_000, dump: () => this.mails() },
    );
  }

  async ask<Body>(person: Person, method: string, path: string, index = 0, body?: object) {
    const answer = await fetch(`${this.processes[index]?.url}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${person.accessToken}`,
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, body: (text === '' ? null : JSON.parse(text)) as Body };
  }

  /** One of the processes notes now who has a line to it. */
  async noteWhoIsHere(index: number): Promise<void> {
    await this.processes[index]?.app.get(OpenLinePublisher, { strict: false }).note();
  }

  /** Closes every line. */
  hangUp(): void {
    for (const socket of this.sockets.splice(0)) socket.disconnect();
  }

  /** An open line to one of the processes and everything heard on it. */
  async line(person: Person, index: number): Promise<{ name: string; payload: unknown }[]> {
    const socket = connect(this.processes[index]?.url ?? '', {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      auth: { token: person.accessToken },
    });
    this.sockets.push(socket);
    const heard: { name: string; payload: unknown }[] = [];
    socket.onAny((name: string, payload: unknown) => heard.push({ name, payload }));
    await waitFor('the line', async () => socket.connected);
    return heard;
  }
}
