import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DomainEventType, EventEnvelope, OrganizationKind, OrganizationState } from '#libs/contracts';
import { ProjectEntries } from '#libs/directory';
import { DirectoryHttpModule } from '#libs/directory/http';
import { CreatePerson, IdentityModule, StartSession } from '#libs/identity';
import { systemActor } from '#libs/kernel';
import { OpportunitiesHttpModule } from '#libs/opportunities/http';
import { AddMember, CreateOrganization, type CreateOrganizationInput } from '#libs/organizations';
import { OrganizationsHttpModule } from '#libs/organizations/http';
import { AuthModule } from '#libs/platform/auth';
import { DatabaseModule, newId, UnitOfWork } from '#libs/platform/database';
import { createHttpApplication } from '#libs/platform/http';
import { SaveProfile, type SaveProfileInput } from '#libs/profiles';
import { ProfilesHttpModule } from '#libs/profiles/http';
import { ProjectDirectoryJob } from '../../../libs/directory/src/jobs/project-directory.job.js';
import { testDatabase, type TestDatabase } from '../../support/test-database.js';

@Module({
  imports: [
    DatabaseModule,
    AuthModule,
    IdentityModule,
    OrganizationsHttpModule,
    ProfilesHttpModule,
    OpportunitiesHttpModule,
    DirectoryHttpModule,
  ],
})
class DirectoryWorldModule {}

/** A signed-in person acting for an organization. */
export interface Member {
  readonly personId: string;
  readonly organizationId: string;
  readonly accessToken: string;
}

/** The members of answers that tests pick out. */
export interface Json {
  readonly id: string;
  readonly version: number;
  readonly updatedAt?: string;
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
  readonly corrected?: string;
  readonly facets?: readonly { readonly field: string; readonly values: readonly Counted[] }[];
  readonly total?: number;
  readonly entries: readonly {
    readonly organization: { readonly id: string };
    readonly note: string | null;
  }[];
  readonly organizations: readonly { readonly id: string }[];
  readonly rows: readonly { readonly field: string; readonly values: readonly (readonly string[])[] }[];
  readonly texts: readonly {
    readonly field: string;
    readonly values: readonly { readonly versions: readonly object[] }[];
  }[];
  readonly points: readonly { readonly id: string; readonly count: number }[];
  readonly code?: string;
}

export interface Item {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly name: string;
  readonly matched: readonly { readonly kind: string; readonly value: string }[];
  readonly recommendedBy: readonly object[];
  readonly snippet: { readonly text: string; readonly language: string } | null;
}

export interface Counted {
  readonly value: string;
  readonly count: number;
  readonly capped: boolean;
}

export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly body: Json;
}

/** What can be found, over HTTP, on a database of its own. Jobs run when a test says so. */
export class DirectoryWorld {
  private count = 0;

  private constructor(
    readonly database: TestDatabase,
    readonly app: NestFastifyApplication,
  ) {}

  static async open(): Promise<DirectoryWorld> {
    const database = await testDatabase();
    const options = { document: { paths: {} } };
    return new DirectoryWorld(
      database,
      await createHttpApplication(DirectoryWorldModule, database.config(), options),
    );
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.drop();
  }

  /** An organization with a profile, in the directory if it may be seen. */
  async organization(
    input: Partial<CreateOrganizationInput> & { readonly kind?: OrganizationKind } = {},
    profile?: Partial<SaveProfileInput>,
    at?: { readonly lat: number; readonly lon: number },
  ): Promise<string> {
    const slug = `organization-${++this.count}`;
    const created = await this.app.get(CreateOrganization).execute(systemActor(newId()), {
      slug,
      kind: 'sme',
      name: slug,
      country: 'KR',
      ...input,
    });
    const { organizationId: id } = created;
    if (at)
      await this.database.query('update organization set lat = $2, lon = $3 where id = $1', [
        id,
        at.lat,
        at.lon,
      ]);
    if (profile)
      await this.app.get(SaveProfile).execute(this.ownerOf(id), id, { language: 'en', ...profile });
    await this.project(id);
    return id;
  }

  async member(organizationId: string, role: string): Promise<Member> {
    const actor = systemActor(newId());
    const number = ++this.count;
    const { personId } = await this.app.get(CreatePerson).execute(actor, {
      email: `person${number}@example.org`,
      password: `a long password of ${number}`,
      displayName: `Person ${number}`,
      language: 'en',
      timeZone: 'Asia/Seoul',
    });
    await this.app.get(AddMember).execute(actor, { organizationId, personId, role });
    const { accessToken } = await this.app.get(StartSession).execute(newId(), personId);
    return { personId, organizationId, accessToken };
  }

  /** A recommendation that stands. */
  async recommend(organizationId: string, applicantId: string): Promise<void> {
    const applicationId = newId();
    await this.database.query(
      `insert into membership_application (id, organization_id, created_by, language) values ($1, $2, $3, 'en')`,
      [applicationId, applicantId, newId()],
    );
    await this.database.query(
      `insert into recommendation (id, organization_id, applicant_id, application_id, state, statement, language,
         due_at, answered_at) values ($1, $2, $3, $4, 'given', 'We know them.', 'en', now(), now())`,
      [newId(), organizationId, applicantId, applicationId],
    );
  }

  async setState(id: string, state: OrganizationState): Promise<void> {
    await this.database.query('update organization set state = $2, version = version + 1 where id = $1', [
      id,
      state,
    ]);
  }

  /** What the job does after a change of an organization. */
  async project(id: string): Promise<void> {
    await this.projectChanged('organization', id);
  }

  async projectChanged(type: 'organization' | 'opportunity', id: string): Promise<void> {
    const projectEntries = this.app.get(ProjectEntries);
    const seen = await projectEntries.prepare({ type, id, withDependents: true });
    await this.app.get(UnitOfWork).run(systemActor(newId()), (tx) => projectEntries.write(tx, seen));
  }

  /** What the worker does when something has happened to an organization, or to a person. */
  async happened(type: DomainEventType, id: string): Promise<void> {
    const job = new ProjectDirectoryJob(this.app.get(ProjectEntries));
    expect(job.job.on).toContain(type);
    const isSeat = type.startsWith('member.');
    const event = { type, aggregateId: isSeat ? newId() : id, payload: isSeat ? { personId: id } : {} };
    await job.perform(event as EventEnvelope, {
      requestId: newId(),
      jobId: newId(),
      attempt: 1,
      signal: new AbortController().signal,
      once: async (work) => {
        await this.app.get(UnitOfWork).run(systemActor(newId()), work);
        return true;
      },
    });
  }

  async ask(
    member: Member,
    method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE',
    path: string,
    { body, version }: { readonly body?: object; readonly version?: number } = {},
  ): Promise<Answer> {
    const answer = await this.app.inject({
      method,
      url: `/api/v1${path}`,
      headers: {
        authorization: `Bearer ${member.accessToken}`,
        ...(version !== undefined && { 'if-match': `"${version}"` }),
      },
      ...(body && { payload: body }),
    });
    const isJson = String(answer.headers['content-type'] ?? '').includes('json');
    return {
      status: answer.statusCode,
      text: answer.body,
      body: isJson ? answer.json<Json>() : ({} as Json),
    };
  }

  async search(member: Member, query: string): Promise<Json> {
    const { status, body, text } = await this.ask(member, 'GET', `/directory?${query}`);
    if (status !== 200) throw new Error(`${query}: ${status} ${text}`);
    return body;
  }

  /** Everything the projection says, but for when. */
  async projection(): Promise<unknown[]> {
    return this.database.query(
      `select id, type, organization_id, visible, standing, name_folded, listed_at, closes_on, country, place_id,
         place_name, lat, lon, facets, concepts, lexemes, card, texts
       from directory_entry left join directory_lexeme using (ord) order by id`,
    );
  }

  async bitmaps(): Promise<unknown[]> {
    return this.database.query(
      `select token, sum(bit_count(members))::int as count from directory_block
       group by token having sum(bit_count(members)) > 0 order by token`,
    );
  }

  private ownerOf(id: string) {
    return {
      ...systemActor(newId()),
      organization: { id, kind: 'sme', role: 'owner', signatory: true },
      permissions: new Set(['profile.update']),
    };
  }
}
