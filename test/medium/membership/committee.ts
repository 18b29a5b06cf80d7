import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OrganizationKind } from '#libs/contracts';
import { CreatePerson, IdentityModule, StartSession } from '#libs/identity';
import { systemActor } from '#libs/kernel';
import { MembershipModule } from '#libs/membership';
import { MembershipHttpModule } from '#libs/membership/http';
import { AddMember, CreateOrganization, OrganizationsModule } from '#libs/organizations';
import { AuthModule } from '#libs/platform/auth';
import { DatabaseModule, newId, type Transaction, UnitOfWork } from '#libs/platform/database';
import { createHttpApplication } from '#libs/platform/http';
import { testDatabase, type TestDatabase } from '../../support/test-database.js';

@Module({
  imports: [
    DatabaseModule,
    AuthModule,
    IdentityModule,
    OrganizationsModule,
    MembershipModule,
    MembershipHttpModule,
  ],
})
class CommitteeModule {}

/** A signed-in person acting for an organization. */
export interface Member {
  readonly personId: string;
  readonly organizationId: string;
  readonly accessToken: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  // The members of answers that tests pick out; whole answers are compared with `toMatchObject`.
  readonly body: {
    readonly id: string;
    readonly version: number;
    readonly state: string;
    readonly voteId: string;
    readonly code?: string;
    readonly items: readonly { readonly id: string }[];
    readonly errors?: readonly { readonly pointer: string; readonly code: string }[];
  };
}

export const FEES = {
  admissionFee: { amountMinor: 50_000, currency: 'USD' },
  annualFee: { amountMinor: 100_000, currency: 'USD' },
};

/** Memberships, votes and seats over HTTP, with member cities of four countries. */
export class CommitteeRoom {
  private count = 0;

  private constructor(
    readonly database: TestDatabase,
    readonly app: NestFastifyApplication,
    readonly secretariat: Member,
    /** The cities that sit: two of Korea, one each of Japan and Viet Nam. */
    readonly seated: readonly Member[],
  ) {}

  /** Korea has eleven member cities and two seats; Japan and Viet Nam one each; Nepal's only seat is vacant. */
  static async open(): Promise<CommitteeRoom> {
    const database = await testDatabase();
    const app = await createHttpApplication(CommitteeModule, database.config());
    const nobody = { personId: '', organizationId: '', accessToken: '' };
    const draft = new CommitteeRoom(database, app, nobody, []);
    const secretariat = await draft.member('secretariat', 'officer', await draft.organization('secretariat'));
    const seated: Member[] = [];
    for (const country of ['KR', 'KR', 'JP', 'VN']) {
      seated.push(await draft.member('city', 'owner', await draft.memberCity(country)));
    }
    for (let other = 0; other < 9; other += 1) await draft.memberCity('KR');
    await draft.memberCity('NP');
    const room = new CommitteeRoom(database, app, secretariat, seated);
    room.count = draft.count;
    const numbers = [1, 2, 1, 1];
    for (const [index, { organizationId }] of seated.entries()) {
      const answer = await room.assign(organizationId, numbers[index]);
      if (answer.status !== 201) throw new Error(`No seat: ${answer.text}`);
    }
    return room;
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.drop();
  }

  async organization(kind: OrganizationKind, country = 'KR', cityId?: string): Promise<string> {
    const number = ++this.count;
    const input = { slug: `organization-${number}`, kind, name: `Organization ${number}`, country, cityId };
    return (await this.app.get(CreateOrganization).execute(systemActor(newId()), input)).organizationId;
  }

  async memberCity(country: string): Promise<string> {
    const id = await this.organization('city', country);
    await this.database.query(`update organization set tpo_membership = 'city_member' where id = $1`, [id]);
    return id;
  }

  async member(
    _kind: OrganizationKind,
    role: string,
    organizationId: string,
    signatory = false,
  ): Promise<Member> {
    const actor = systemActor(newId());
    const number = ++this.count;
    const { personId } = await this.app.get(CreatePerson).execute(actor, {
      email: `person${number}@example.org`,
      password: `a long password of ${number}`,
      displayName: `Person ${number}`,
      language: 'en',
      timeZone: 'Asia/Seoul',
    });
    await this.app.get(AddMember).execute(actor, { organizationId, personId, role, signatory });
    const { accessToken } = await this.app.get(StartSession).execute(newId(), personId);
    return { personId, organizationId, accessToken };
  }

  async ask(
    member: Member | undefined,
    method: 'GET' | 'POST',
    path: string,
    { body, version }: { body?: object; version?: number } = {},
  ): Promise<Answer> {
    const answer = await this.app.inject({
      method,
      url: `/api/v1${path}`,
      headers: {
        ...(member && { authorization: `Bearer ${member.accessToken}` }),
        ...(version !== undefined && { 'if-match': `"${version}"` }),
      },
      ...(body && { payload: body }),
    });
    const isJson = String(answer.headers['content-type']).includes('json');
    return {
      status: answer.statusCode,
      headers: answer.headers,
      text: answer.body,
      body: isJson ? answer.json<Answer['body']>() : ({} as Answer['body']),
    };
  }

  assign(organizationId: string, number = 1): Promise<Answer> {
    const body = { organizationId, number, termFrom: '2026-01-01', termTo: '2027-12-31' };
    return this.ask(this.secretariat, 'POST', '/excom-seats', { body });
  }

  /** An applicant whose request is in the given hands: asked, or put to the vote. */
  async applicant(kind: OrganizationKind = 'sme', cityId?: string): Promise<Member> {
    return this.member(kind, 'owner', await this.organization(kind, 'KR', cityId));
  }

  async requested(applicant: Member): Promise<Answer> {
    const body = { statement: 'We want to work in joint promotion.', language: 'en' };
    return this.ask(applicant, 'POST', '/memberships', { body });
  }

  async putToVote(id: string, secrecy: 'secret' | 'open' = 'secret'): Promise<Answer> {
    const body = { secrecy, ...FEES };
    return this.ask(this.secretariat, 'POST', `/memberships/${id}/put-to-vote`, { body });
  }

  /** A request that is being voted on. */
  async underVote(applicant: Member, secrecy: 'secret' | 'open' = 'secret') {
    const { id } = (await this.requested(applicant)).body;
    const { status, text, body } = await this.putToVote(id, secrecy);
    if (status !== 200) throw new Error(text);
    return { membershipId: id, voteId: body.voteId };
  }

  cast(voter: Member | undefined, voteId: string, choice: string): Promise<Answer> {
    return this.ask(voter, 'POST', `/votes/${voteId}/cast`, { body: { choice } });
  }

  /** Runs what the worker runs when a timer is due. */
  atTheClock<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    return this.app.get(UnitOfWork).run(systemActor(newId()), work);
  }

  async state(id: string): Promise<string | undefined> {
    const text = 'select state from tpo_membership where id = $1';
    return (await this.database.query<{ state: string }>(text, [id]))[0]?.state;
  }

  /** Events of an aggregate by type, oldest first. */
  async events(id: string): Promise<string[]> {
    const text = 'select type from outbox_event where aggregate_id = $1 order by occurred_at, id';
    return (await this.database.query<{ type: string }>(text, [id])).map(({ type }) => type);
  }
}

/** What tells two refusals apart for a client: everything but what differs between any two requests. */
export function seen({ status, headers, text }: Answer): unknown {
  const { date: _date, 'x-request-id': _id, 'content-length': _length, ...rest } = headers;
  return { status, headers: rest, text: text.replace(/"requestId":"[^"]*"/, '') };
}
