import { Module, type Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OrganizationKind } from '#libs/contracts';
import { CreatePerson } from '#libs/identity';
import { IdentityHttpModule } from '#libs/identity/http';
import { systemActor } from '#libs/kernel';
import { AddMember, CreateOrganization } from '#libs/organizations';
import { OrganizationsHttpModule } from '#libs/organizations/http';
import { AuthModule } from '#libs/platform/auth';
import type { TtnConfig } from '#libs/platform/config';
import { DatabaseModule } from '#libs/platform/database';
import { createHttpApplication } from '#libs/platform/http';

@Module({ imports: [DatabaseModule, AuthModule, IdentityHttpModule, OrganizationsHttpModule] })
class NetworkModule {}

export interface Sent {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly body?: object;
  readonly token?: string;
  /** X-Organization-Id. */
  readonly organization?: string;
  /** Value of the refresh cookie. */
  readonly cookie?: string;
  readonly headers?: Record<string, string>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Record<string, never> & { code?: string };
  /** Value of the refresh cookie that was set; '' when it was cleared. */
  readonly cookie: string | undefined;
}

export interface SignedIn {
  readonly personId: string;
  readonly email: string;
  readonly token: string;
  readonly cookie: string;
}

export const PASSWORD = 'a password of some length';
const actor = systemActor('arranged-by-test');
let people = 0;
let organizations = 0;

/** One process of the network: access, identity and organizations over HTTP, on a real database. */
export class Network {
  private constructor(readonly app: NestFastifyApplication) {}

  /** `features`: edges beside those of identity and organizations. */
  static async start(config: TtnConfig, features: readonly Type[] = []): Promise<Network> {
    const module = { module: NetworkModule, imports: [...features] };
    return new Network(await createHttpApplication(module, config, { document: { paths: {} } }));
  }

  async send(url: string, sent: Sent = {}): Promise<Answer> {
    const { method = sent.body ? 'POST' : 'GET', body, token, organization, cookie, headers } = sent;
    const answer = await this.app.inject({
      method,
      url: `/api/v1${url}`,
      payload: body,
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(organization !== undefined && { 'x-organization-id': organization }),
        ...headers,
      },
      cookies: cookie === undefined ? {} : { ttn_refresh: cookie },
    });
    return {
      status: answer.statusCode,
      headers: answer.headers,
      body: answer.body === '' ? {} : answer.json(),
      cookie: answer.cookies.find(({ name }) => name === 'ttn_refresh')?.value,
    };
  }

  /** A person with a confirmed account, not signed in. */
  async person(): Promise<{ personId: string; email: string }> {
    people += 1;
    const email = `person-${people}@example.org`;
    const { personId } = await this.app.get(CreatePerson).execute(actor, {
      email,
      password: PASSWORD,
      displayName: `Person ${people}`,
      language: 'en',
      timeZone: 'Asia/Seoul',
    });
    return { personId, email };
  }

  async organization(kind: OrganizationKind, name?: string, country = 'KR'): Promise<string> {
    organizations += 1;
    const input = {
      slug: `organization-${organizations}`,
      kind,
      name: name ?? `Office ${organizations}`,
      country,
    };
    return (await this.app.get(CreateOrganization).execute(actor, input)).organizationId;
  }

  async seat(personId: string, organizationId: string, role: string): Promise<void> {
    await this.app.get(AddMember).execute(actor, { organizationId, personId, role });
  }

  async signIn(email: string, password = PASSWORD): Promise<Answer> {
    return this.send('/auth/login', { body: { email, password } });
  }

  /** A signed-in person with a seat in each of the organizations. */
  async signedIn(...seats: readonly [organizationId: string, role: string][]): Promise<SignedIn> {
    const { personId, email } = await this.person();
    for (const [organizationId, role] of seats) await this.seat(personId, organizationId, role);
    const { body, cookie } = await this.signIn(email);
    return { personId, email, token: body.accessToken ?? '', cookie: cookie ?? '' };
  }

  async stop(): Promise<void> {
    await this.app.close();
  }
}
