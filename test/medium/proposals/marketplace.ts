import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Global, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { CallsHttpModule } from '#libs/calls/http';
import { CityPagesHttpModule } from '#libs/city-pages/http';
import { RequestAudience } from '#libs/consulting';
import { ConsultingHttpModule } from '#libs/consulting/http';
import { EngagementsHttpModule } from '#libs/engagements/http';
import type { OrganizationKind } from '#libs/contracts';
import { CreatePerson, IdentityModule, StartSession } from '#libs/identity';
import { systemActor } from '#libs/kernel';
import { MessagingHttpModule } from '#libs/messaging/http';
import { OpportunitiesHttpModule } from '#libs/opportunities/http';
import { AddMember, CreateOrganization, OrganizationsModule } from '#libs/organizations';
import { AuthModule } from '#libs/platform/auth';
import { Database, DatabaseModule, newId } from '#libs/platform/database';
import { createHttpApplication } from '#libs/platform/http';
import { ProfilesHttpModule } from '#libs/profiles/http';
import { ProposalAudience } from '#libs/proposals';
import { ProposalsHttpModule } from '#libs/proposals/http';
import { ProjectsHttpModule } from '#libs/projects/http';
import { ReviewsHttpModule } from '#libs/reviews/http';
import { VocabularyHttpModule } from '#libs/vocabulary/http';
import { testDatabase, type TestDatabase } from '../../support/test-database.js';
import { waitFor } from '../../support/wait.js';

/** Who was matched with what, as the test says; matchmaking answers this in the product. */
class Matched implements ProposalAudience, RequestAudience {
  private readonly pairs = new Set<string>();

  add(id: string, organizationId: string): void {
    this.pairs.add(`${id} ${organizationId}`);
  }

  isCounterpart(id: string, organizationId: string): Promise<boolean> {
    return Promise.resolve(this.pairs.has(`${id} ${organizationId}`));
  }
}

const matched = new Matched();

@Global()
@Module({
  providers: [
    { provide: ProposalAudience, useValue: matched },
    { provide: RequestAudience, useValue: matched },
  ],
  exports: [ProposalAudience, RequestAudience],
})
class MatchedModule {}

@Module({
  imports: [
    DatabaseModule,
    AuthModule,
    IdentityModule,
    OrganizationsModule,
    MatchedModule,
    VocabularyHttpModule,
    ProfilesHttpModule,
    OpportunitiesHttpModule,
    CallsHttpModule,
    CityPagesHttpModule,
    MessagingHttpModule,
    ProposalsHttpModule,
    ProjectsHttpModule,
    ReviewsHttpModule,
    ConsultingHttpModule,
    EngagementsHttpModule,
  ],
})
class MarketplaceModule {}

/** A signed-in person acting for an organization. */
export interface Member {
  readonly personId: string;
  readonly organizationId: string;
  readonly accessToken: string;
}

/** The members of answers that tests pick out; whole answers are compared with `toMatchObject`. */
export interface Json {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly sha256: string;
  readonly content: object;
  readonly receipt: object;
  readonly abilities: object;
  readonly items: readonly { readonly id: string }[];
  readonly nextCursor: string | null;
  readonly total?: number;
  readonly code?: string;
  readonly errors?: readonly { readonly pointer: string; readonly code: string }[];
}

/** The body of an answer that has none. */
const NOTHING = {} as Json;

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly body: Json;
}

export interface Asked {
  readonly body?: unknown;
  /** The version of `If-Match`. */
  readonly version?: number;
  readonly headers?: Record<string, string>;
}

/** Profiles, opportunities, proposals and requests over HTTP, on a database of their own. */
export class Marketplace {
  readonly matched = matched;
  private count = 0;

  private constructor(
    readonly database: TestDatabase,
    readonly app: NestFastifyApplication,
    private readonly folder: string,
  ) {}

  static async open(): Promise<Marketplace> {
    const database = await testDatabase();
    const folder = await mkdtemp(join(tmpdir(), 'ttn-marketplace-'));
    const config = database.config({ TTN_DATA_DIR: folder });
    const app = await createHttpApplication(MarketplaceModule, config, { document: { paths: {} } });
    return new Marketplace(database, app, folder);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.drop();
    await rm(this.folder, { recursive: true, force: true });
  }

  async organization(kind: OrganizationKind): Promise<string> {
    const number = ++this.count;
    const input = { slug: `organization-${number}`, kind, name: `Organization ${number}`, country: 'KR' };
    const created = await this.app.get(CreateOrganization).execute(systemActor(newId()), input);
    return created.organizationId;
  }

  /** A person in `role` of a new organization, or of `organizationId`. */
  async member(kind: OrganizationKind, role: string, organizationId?: string): Promise<Member> {
    const actor = systemActor(newId());
    const organization = organizationId ?? (await this.organization(kind));
    const number = ++this.count;
    const { personId } = await this.app.get(CreatePerson).execute(actor, {
      email: `person${number}@example.org`,
      password: `a long password of ${number}`,
      displayName: `Person ${number}`,
      language: 'en',
      timeZone: 'Asia/Seoul',
    });
    await this.app.get(AddMember).execute(actor, { organizationId: organization, personId, role });
    const { accessToken } = await this.app.get(StartSession).execute(newId(), personId);
    return { personId, organizationId: organization, accessToken };
  }

  async ask(
    member: Member | undefined,
    method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE',
    path: string,
    { body, version, headers }: Asked = {},
  ): Promise<Answer> {
    const answer = await this.app.inject({
      method,
      url: `/api/v1${path}`,
      headers: {
        ...(member && { authorization: `Bearer ${member.accessToken}` }),
        ...(version !== undefined && { 'if-match': `"${version}"` }),
        ...headers,
      },
      ...(body !== undefined && { payload: body as object }),
    });
    return {
      status: answer.statusCode,
      headers: answer.headers,
      text: answer.body,
      body: String(answer.headers['content-type']).includes('json') ? answer.json<Json>() : NOTHING,
    };
  }

  /** The trail of a row: `action from→to`, oldest first. */
  async trail(id: string): Promise<string[]> {
    const rows = await this.database.query<{ line: string }>(
      `select action || coalesce(' ' || from_state, '') || coalesce('→' || to_state, '') as line
       from audit_entry where entity_id = $1 order by at, id`,
      [id],
    );
    return rows.map(({ line }) => line);
  }

  /** Events of a row: `type seq`, oldest first. */
  async events(id: string): Promise<string[]> {
    const rows = await this.database.query<{ line: string }>(
      `select type || ' ' || aggregate_seq as line from outbox_event where aggregate_id = $1
       order by occurred_at, id`,
      [id],
    );
    return rows.map(({ line }) => line);
  }

  /** Runs a statement in a transaction that stays open, with its locks, until the answer is called. */
  async hold(text: string, values: unknown[]): Promise<() => Promise<void>> {
    const client = new pg.Client({ connectionString: this.database.url });
    await client.connect();
    await client.query('begin');
    await client.query(text, values);
    return async () => {
      await client.query('commit');
      await client.end();
    };
  }

  /** Resolves once a statement waits for what another transaction holds. */
  async somebodyWaits(): Promise<void> {
    const waiting = `select query from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`;
    await waitFor('a statement that waits', async () => (await this.database.query(waiting)).length > 0);
  }

  /** Runs a statement as the role of requests, as the application's own connections do. */
  async asApplication(text: string, values: unknown[]): Promise<unknown> {
    return this.app.get(Database).rows(text, values);
  }
}

/** What tells two refusals apart for a client: everything but what differs between any two requests. */
export function seen({ status, headers, body }: Answer): unknown {
  const { date: _date, 'x-request-id': _id, 'content-length': _length, ...rest } = headers;
  return { status, headers: rest, body: { ...body, requestId: '' } };
}

/** What an answer took of the database, and what it said but for what differs between any two. */
export async function worked(ask: () => Promise<Answer>): Promise<unknown> {
  const { query: original } = pg.Client.prototype;
  const statements: string[] = [];
  const query = jest.spyOn(pg.Client.prototype, 'query').mockImplementation(function (
    this: pg.Client,
    ...given: unknown[]
  ) {
    const [statement] = given as [string | { text: string }];
    const text = typeof statement === 'string' ? statement : statement.text;
    // Who asks is looked up now and then, and remembered in between.
    if (!text.includes('from session s')) statements.push(text);
    return original.apply(this, given as never);
  });
  try {
    const answer = await ask();
    return { statements, ...(seen(answer) as object) };
  } finally {
    query.mockRestore();
  }
}

/** `[status, code, pointers]` of an answer. */
export function refusal({ status, body }: Answer): [number, string | undefined, string[]] {
  return [status, body.code, (body.errors ?? []).map(({ pointer }) => pointer)];
}
