import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AdmissionModule, RecommendationsReader } from '#libs/admission';
import { AdmissionHttpModule } from '#libs/admission/http';
import type { OrganizationKind, OrganizationState } from '#libs/contracts';
import { CreatePerson, IdentityModule, StartSession } from '#libs/identity';
import { systemActor } from '#libs/kernel';
import { AddMember, CreateOrganization, OrganizationsModule } from '#libs/organizations';
import { AuthModule } from '#libs/platform/auth';
import { DatabaseModule, newId, type Transaction, UnitOfWork } from '#libs/platform/database';
import { createHttpApplication } from '#libs/platform/http';
import { ProposalsHttpModule } from '#libs/proposals/http';
import { testDatabase, type TestDatabase } from '../../support/test-database.js';

@Module({
  imports: [
    DatabaseModule,
    AuthModule,
    IdentityModule,
    OrganizationsModule,
    ProposalsHttpModule,
    AdmissionModule,
    AdmissionHttpModule,
  ],
})
class AdmissionWorldModule {}

/** A signed-in person, acting for an organization or for nobody. */
export interface Somebody {
  readonly personId: string;
  readonly organizationId: string | null;
  readonly accessToken: string;
}
export interface Member extends Somebody {
  readonly organizationId: string;
}

/** The members of answers that tests pick out. */
export interface Json {
  readonly id: string;
  readonly organizationId: string;
  readonly version: number;
  readonly status: string;
  readonly state: string;
  readonly route: string | null;
  readonly oldest: string;
  readonly code?: string;
  readonly effectiveAt: string;
  readonly anewFrom: string | null;
  readonly errors?: readonly { readonly pointer: string; readonly code: string }[];
  readonly gaps: readonly { readonly field: string }[];
  readonly story: readonly { readonly verb: string; readonly by: string; readonly reason: string | null }[];
  readonly comments: readonly string[];
  readonly abilities: Readonly<Record<string, boolean>>;
  readonly request: { readonly state: string; readonly dueAt: string } | null;
  readonly others: readonly { readonly scores: object | null }[];
  readonly items: readonly Json[];
  readonly inside: {
    readonly state: string;
    readonly findings: readonly {
      readonly because: string;
      readonly organization: { readonly id: string };
    }[];
    readonly reviews: readonly { readonly scores: object | null; readonly person: string | null }[];
    readonly pending: { readonly id: string } | null;
    readonly refusal: string | null;
  } | null;
}

export interface Answer {
  readonly status: number;
  readonly body: Json;
}

/** Admission over HTTP, on a database of its own; what time does is done by moving the rows' times. */
export class AdmissionWorld {
  private count = 0;

  private constructor(
    readonly database: TestDatabase,
    readonly app: NestFastifyApplication,
  ) {}

  static async open(): Promise<AdmissionWorld> {
    const database = await testDatabase();
    const app = await createHttpApplication(AdmissionWorldModule, database.config(), {
      document: { paths: {} },
    });
    return new AdmissionWorld(database, app);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.drop();
  }

  get recommendations(): RecommendationsReader {
    return this.app.get(RecommendationsReader);
  }

  /** A verb of the feature with a transaction around it, as its job has. */
  inTransaction<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    return this.app.get(UnitOfWork).run(systemActor(newId()), work);
  }

  async person(confirmed = true): Promise<Somebody> {
    const number = ++this.count;
    const { personId } = await this.app.get(CreatePerson).execute(systemActor(newId()), {
      email: `person${number}@host${number}.example`,
      password: `a long password of ${number}`,
      displayName: `Person ${number}`,
      language: 'en',
      timeZone: 'Asia/Seoul',
    });
    if (!confirmed)
      await this.database.query('update account set confirmed_at = null where person_id = $1', [personId]);
    const { accessToken } = await this.app.get(StartSession).execute(newId(), personId);
    return { personId, organizationId: null, accessToken };
  }

  async organization(kind: OrganizationKind, state: OrganizationState = 'active'): Promise<string> {
    const number = ++this.count;
    const name = `Organization ${WORDS[number % WORDS.length]} ${number}`;
    const input = { slug: `organization-${number}`, kind, name, country: 'KR', state };
    return (await this.app.get(CreateOrganization).execute(systemActor(newId()), input)).organizationId;
  }

  /** A new person in `role` of a new active organization, or of `organizationId`. */
  async member(kind: OrganizationKind, role: string, organizationId?: string): Promise<Member> {
    const organization = organizationId ?? (await this.organization(kind));
    const person = await this.person();
    await this.seat(person, organization, role);
    return { ...person, organizationId: organization };
  }

  async seat({ personId }: Somebody, organizationId: string, role: string): Promise<void> {
    await this.app.get(AddMember).execute(systemActor(newId()), { organizationId, personId, role });
  }

  /** A file that has arrived and waits to be attached. */
  async document({ personId, organizationId }: Member, purpose = 'registration-document'): Promise<string> {
    const id = newId();
    await this.database.query(
      `insert into file (id, organization_id, created_by, purpose, name, state, announced_bytes, media_type, size,
         sha256, expires_at)
       values ($1, $2, $3, $4, 'register.pdf', 'not_scanned', 10, 'application/pdf', 10, $5,
         now() + interval '1 day')`,
      [id, organizationId, personId, purpose, 'a'.repeat(64)],
    );
    return id;
  }

  async ask(
    who: Somebody,
    method: 'GET' | 'POST' | 'PATCH',
    path: string,
    { body, version }: { body?: object; version?: number } = {},
  ): Promise<Answer> {
    const answer = await this.app.inject({
      method,
      url: `/api/v1${path}`,
      headers: {
        authorization: `Bearer ${who.accessToken}`,
        ...(who.organizationId !== null && { 'x-organization-id': who.organizationId }),
        ...(version !== undefined && { 'if-match': `"${version}"` }),
      },
      ...(body && { payload: body }),
    });
    return { status: answer.statusCode, body: answer.json<Json>() };
  }

  /** As {@link ask}, for what has to go well. */
  async done(...asked: Parameters<AdmissionWorld['ask']>): Promise<Json> {
    const { status, body } = await this.ask(...asked);
    if (status >= 300) throw new Error(`${asked[1]} ${asked[2]}: ${status} ${JSON.stringify(body)}`);
    return body;
  }

  /** A draft of a new applicant with its owner. */
  async draft(changes: object = {}): Promise<{ applicant: Member; id: string }> {
    const person = await this.person();
    const number = ++this.count;
    const started = await this.done(person, 'POST', '/membership-applications', {
      body: { ...APPLICANT, name: `Applicant ${WORDS[number % WORDS.length]} ${number}`, ...changes },
    });
    return { applicant: { ...person, organizationId: started.organizationId }, id: started.id };
  }

  /** A draft with everything it needs on the route of recommendation. */
  async complete(recommenderId: string): Promise<{ applicant: Member; id: string }> {
    const { applicant, id } = await this.draft();
    await this.edit(applicant, id, {
      route: 'recommendation',
      motivation: 'We look for cities.',
      recommenderId,
      documentFileId: await this.document(applicant),
    });
    return { applicant, id };
  }

  async edit(applicant: Member, id: string, body: object): Promise<Json> {
    const { version } = await this.done(applicant, 'GET', `/membership-applications/${id}`);
    return this.done(applicant, 'PATCH', `/membership-applications/${id}`, { body, version });
  }

  /** Sent, with its entry proposal handed in. */
  async proposed(): Promise<{ applicant: Member; id: string; proposalId: string }> {
    const { applicant, id } = await this.draft();
    const { id: proposalId } = await this.done(applicant, 'POST', '/proposals', {
      body: { title: 'Night walks', summary: 'Walks through the night.', language: 'en' },
    });
    await this.edit(applicant, id, {
      route: 'entry_proposal',
      motivation: 'A new market.',
      proposalId,
      documentFileId: await this.document(applicant),
    });
    await this.done(applicant, 'POST', `/membership-applications/${id}/submit`);
    return { applicant, id, proposalId };
  }

  /** Sent and recommended: it waits for the secretariat. */
  async recommended(recommender: Member): Promise<{ applicant: Member; id: string; requestId: string }> {
    const { applicant, id } = await this.complete(recommender.organizationId);
    await this.done(applicant, 'POST', `/membership-applications/${id}/submit`);
    const requestId = await this.requestOf(id);
    await this.done(recommender, 'POST', `/recommendations/${requestId}/give`, { body: SAID });
    return { applicant, id, requestId };
  }

  async requestOf(applicationId: string): Promise<string> {
    const [row] = await this.database.query<{ id: string }>(
      `select id from recommendation where application_id = $1 order by id desc limit 1`,
      [applicationId],
    );
    return row?.id ?? '';
  }

  /** The ten seconds of a decision are over, and the clock carries it out. */
  async passSeconds(decisionId: string): Promise<void> {
    await this.database.query(`update application_decision set effective_at = now() where id = $1`, [
      decisionId,
    ]);
  }

  /** Events of an aggregate: types, oldest first. */
  async events(id: string): Promise<string[]> {
    const rows = await this.database.query<{ type: string }>(
      'select type from outbox_event where aggregate_id = $1 order by occurred_at, id',
      [id],
    );
    return rows.map(({ type }) => type);
  }

  async stateOf(organizationId: string): Promise<string | undefined> {
    const text = 'select state from organization where id = $1';
    const [row] = await this.database.query<{ state: string }>(text, [organizationId]);
    return row?.state;
  }
}

/** Names that are not alike, so that only what a test means to be a duplicate is one. */
const WORDS = [
  'Harbour',
  'Lantern',
  'Orchid',
  'Quartz',
  'Velvet',
  'Zephyr',
  'Cobalt',
  'Meadow',
  'Tundra',
  'Saffron',
];

export const APPLICANT = { kind: 'sme', name: 'Gangmun Night Walks', country: 'KR', language: 'en' };
export const SAID = { text: 'We have worked with them since 2021.', language: 'en' };
export const ACCEPT = { verdict: 'accept', reason: 'All is there.', language: 'en' };
export const REJECT = { verdict: 'reject', reason: 'Not connected with tourism.', language: 'en' };

/** `[status, code]` of an answer. */
export function refusal({ status, body }: Answer): [number, string | undefined] {
  return [status, body.code];
}
