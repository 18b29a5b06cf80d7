import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ConsultingHttpModule } from '#libs/consulting/http';
import type { OrganizationKind } from '#libs/contracts';
import { CreatePerson, IdentityModule, StartSession } from '#libs/identity';
import { systemActor } from '#libs/kernel';
import { RefreshMatches, type SubjectRef } from '#libs/matchmaking';
import { MatchmakingHttpModule } from '#libs/matchmaking/http';
import { MatchmakingRealtimeModule } from '#libs/matchmaking/realtime';
import { MessagingHttpModule } from '#libs/messaging/http';
import { OpportunitiesHttpModule } from '#libs/opportunities/http';
import { AddMember, CreateOrganization, type CreateOrganizationInput } from '#libs/organizations';
import { OrganizationsHttpModule } from '#libs/organizations/http';
import { AuthModule } from '#libs/platform/auth';
import { DatabaseModule, newId, UnitOfWork } from '#libs/platform/database';
import { createHttpApplication } from '#libs/platform/http';
import { RealtimeModule } from '#libs/platform/realtime';
import { ProfilesHttpModule } from '#libs/profiles/http';
import { ProposalsHttpModule } from '#libs/proposals/http';
import { testDatabase, type TestDatabase } from '../../support/test-database.js';

@Module({
  imports: [
    DatabaseModule,
    AuthModule,
    RealtimeModule,
    IdentityModule,
    OrganizationsHttpModule,
    MessagingHttpModule,
    ProfilesHttpModule,
    OpportunitiesHttpModule,
    ProposalsHttpModule,
    ConsultingHttpModule,
    MatchmakingHttpModule,
    MatchmakingRealtimeModule,
  ],
})
class MarketModule {}

/** A signed-in person acting for an organization. */
export interface Member {
  readonly personId: string;
  readonly organizationId: string;
  readonly accessToken: string;
}

export interface Fact {
  readonly type: string;
  readonly value: string | number;
  readonly label: string;
  readonly quote?: string;
  readonly language?: string;
}

export interface Reason {
  readonly code: string;
  readonly contribution: number;
  readonly facts: { readonly ours: readonly Fact[]; readonly theirs: readonly Fact[] };
}

interface Thing {
  readonly type: string;
  readonly id: string;
  readonly title: string | null;
  readonly language: string | null;
}

/** A match, or an interest, as it leaves over HTTP; tests pick out what they are about. */
export interface Item {
  readonly id: string;
  readonly matchId: string;
  readonly subject: Thing;
  readonly counterpart: { readonly id: string; readonly name: string; readonly kind: string };
  readonly object: Thing | null;
  readonly fit: string;
  readonly score: number;
  readonly reasons: readonly Reason[];
  readonly unmet: readonly Reason[];
  readonly notStated: readonly string[];
  readonly notes: readonly { readonly code: string; readonly list: string }[];
  readonly state: string;
  readonly direction: string;
  readonly interest: { readonly id: string; readonly direction: string; readonly state: string } | null;
  readonly sender: { readonly id: string } | null;
  readonly declineReason: string | null;
  readonly conversationId: string | null;
  readonly open: boolean;
  readonly version: number;
  readonly abilities: Readonly<Record<string, boolean>>;
}

export interface Json extends Item {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
  readonly total?: number;
  readonly run: { readonly state: string; readonly computedAt: string | null };
  readonly code?: string;
  readonly errors?: readonly { readonly pointer: string; readonly code: string }[];
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Json;
}

/** An application with everything that is matched and talked about, on a database of its own. */
export class Market {
  private count = 0;

  private constructor(
    readonly database: TestDatabase,
    readonly app: NestFastifyApplication,
  ) {}

  static async open(): Promise<Market> {
    const database = await testDatabase();
    return new Market(database, await createHttpApplication(MarketModule, database.config()));
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.drop();
  }

  async organization(
    kind: OrganizationKind,
    input: Partial<Omit<CreateOrganizationInput, 'kind'>> = {},
  ): Promise<string> {
    const slug = `organization-${++this.count}`;
    const created = await this.app.get(CreateOrganization).execute(systemActor(newId()), {
      slug,
      name: slug,
      country: 'KR',
      ...input,
      kind,
    });
    return created.organizationId;
  }

  /** A person in `role` of a new organization, or of one that is there. */
  async member(
    kind: OrganizationKind,
    role: string,
    organization: string | Partial<CreateOrganizationInput> = {},
  ): Promise<Member> {
    const organizationId =
      typeof organization === 'string' ? organization : await this.organization(kind, organization);
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

  async ask(
    member: Member | undefined,
    method: 'GET' | 'POST' | 'PATCH' | 'PUT',
    path: string,
    body?: object,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const answer = await this.app.inject({
      method,
      url: `/api/v1${path}`,
      headers: { ...(member && { authorization: `Bearer ${member.accessToken}` }), ...headers },
      ...(body && { payload: body }),
    });
    return { status: answer.statusCode, headers: answer.headers, body: answer.json<Json>() };
  }

  /** Asks what must be answered with a success. */
  async done(...asked: Parameters<Market['ask']>): Promise<Json> {
    const { status, body } = await this.ask(...asked);
    if (status >= 300) throw new Error(`${asked[1]} ${asked[2]}: ${status} ${JSON.stringify(body)}`);
    return body;
  }

  async saveProfile(member: Member, profile: object): Promise<void> {
    const path = `/organizations/${member.organizationId}/profile`;
    const known = await this.ask(member, 'GET', path);
    const headers: Record<string, string> =
      known.status === 200 ? { 'if-match': String(known.headers.etag) } : {};
    await this.done(member, 'PUT', path, { language: 'en', ...profile }, headers);
  }

  async submitProposal(member: Member, proposal: object): Promise<string> {
    const { id } = await this.done(member, 'POST', '/proposals', proposal);
    await this.done(member, 'POST', `/proposals/${id}/submit`);
    return id;
  }

  async publish(member: Member, opportunity: object): Promise<string> {
    const { id } = await this.done(member, 'POST', '/opportunities', opportunity);
    await this.done(member, 'POST', `/opportunities/${id}/publish`);
    return id;
  }

  async submitRequest(member: Member, request: object): Promise<string> {
    const { id } = await this.done(member, 'POST', '/consulting-requests', request);
    await this.done(member, 'POST', `/consulting-requests/${id}/submit`);
    return id;
  }

  /** What the job does: compares a subject with everybody, and writes what was found. */
  async refresh(type: SubjectRef['type'], id: string): Promise<void> {
    const verb = this.app.get(RefreshMatches);
    const found = await verb.prepare({ type, id });
    if (found) await this.write(found);
  }

  async write(found: Parameters<RefreshMatches['write']>[1]): Promise<void> {
    const write = this.app.get(RefreshMatches);
    await this.app.get(UnitOfWork).run(systemActor(newId()), (tx) => write.write(tx, found));
  }

  /** The list of a subject, or of the whole organization. */
  async matches(
    member: Member,
    subject?: { type: SubjectRef['type']; id: string },
  ): Promise<readonly Item[]> {
    const of = subject ? `&subjectType=${subject.type}&subjectId=${subject.id}` : '';
    return (await this.done(member, 'GET', `/matches?limit=100${of}`)).items;
  }

  /** The match of a subject with another organization, as the member sees it. */
  async matchWith(
    member: Member,
    counterpartId: string,
    subject?: { type: SubjectRef['type']; id: string },
  ): Promise<Item> {
    const items = await this.matches(member, subject);
    const found = items.find(({ counterpart }) => counterpart.id === counterpartId);
    if (!found) throw new Error(`No match with ${counterpartId} among ${JSON.stringify(items)}`);
    return found;
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

  /** Types of the events of a row, oldest first. */
  async events(id: string): Promise<string[]> {
    const rows = await this.database.query<{ type: string }>(
      'select type from outbox_event where aggregate_id = $1 order by occurred_at, id',
      [id],
    );
    return rows.map(({ type }) => type);
  }
}

/** What tells two refusals apart for a client: everything but what differs between any two requests. */
export function seen({ status, headers, body }: Answer): unknown {
  const { date: _date, 'x-request-id': _id, ...rest } = headers;
  return { status, headers: rest, body: { ...body, requestId: '' } };
}

/** `[status, code]` of an answer. */
export function refusal({ status, body }: Answer): [number, string | undefined] {
  return [status, body.code];
}

/** A Korean firm that makes guides for walks at night, and a proposal of it that names Da Nang. */
export const NIGHT_GUIDES = {
  language: 'ko',
  summary: '도시의 밤을 걷는 스마트 관광 앱을 만듭니다.',
  offerText: '야간관광 코스와 다국어 안내를 제공합니다.',
  sectors: ['sec.travel_agency'],
  themes: ['thm.smart', 'thm.night'],
  offers: ['col.data_tech'],
  seeks: ['col.product_codev'],
  markets: ['mkt.kr', 'mkt.vn'],
  languages: ['ko', 'en', 'vi'],
};

export const NIGHT_WALKS = {
  title: '다낭 밤길 안내',
  summary: '다낭의 야경과 야시장을 걷는 야간관광 앱을 함께 만들고 싶습니다.',
  language: 'ko',
  themes: ['thm.smart'],
  collaboration: ['col.product_codev'],
};

/** Da Nang, which looks for what the firm makes, in Vietnamese. */
export const DA_NANG = {
  slug: 'da-nang',
  name: 'Da Nang',
  nameLocal: 'Đà Nẵng',
  country: 'VN',
  languages: ['vi'],
};

export const NIGHT_TOURS_WANTED = {
  title: 'Tìm đối tác du lịch ban đêm',
  text: 'Chúng tôi tìm đối tác phát triển sản phẩm du lịch đêm và du lịch thông minh cho khách Hàn Quốc.',
  language: 'vi',
  collaboration: ['col.product_codev', 'col.data_tech'],
  markets: ['mkt.kr'],
};
