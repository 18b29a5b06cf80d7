import { Global, Injectable, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { TtnConfig } from '#libs/platform/config';
import { AccessTokens, AuthModule, type Principal, PrincipalLoader } from '#libs/platform/auth';
import { DatabaseModule } from '#libs/platform/database';
import { createHttpApplication, type OpenApiDocument } from '#libs/platform/http';
import type { Logger } from '#libs/platform/telemetry';
import { Pace, ThingsController } from './things.controller.js';

export const ANNA = '01890000-0000-7000-8000-00000000000a';
export const BORA = '01890000-0000-7000-8000-00000000000b';

/** Every session id is a person's own: enough to be somebody. */
@Injectable()
class SessionsOfTheTest extends PrincipalLoader {
  load(sessionId: string): Promise<Principal> {
    return Promise.resolve({
      personId: sessionId,
      sessionId,
      displayName: 'Somebody',
      language: 'en',
      timeZone: 'UTC',
      expiresAt: new Date(Date.now() + 3_600_000),
      memberships: [],
    });
  }
}

@Global()
@Module({
  providers: [{ provide: PrincipalLoader, useClass: SessionsOfTheTest }],
  exports: [PrincipalLoader],
})
class SessionsModule {}

@Module({
  imports: [DatabaseModule, SessionsModule, AuthModule],
  controllers: [ThingsController],
  providers: [Pace],
})
class ThingsModule {}

const thing = { $ref: '#/components/schemas/Thing' };
const answer = (operationId: string, schema: Record<string, unknown>, status = '200') => ({
  operationId,
  responses: { [status]: { content: { 'application/json': { schema } } } },
});

/** What the committed document is for the product: names, and so lets through, what may leave. */
export const THINGS_DOCUMENT: OpenApiDocument = {
  paths: {
    '/api/v1/things': {
      post: answer('makeThing', thing, '201'),
      get: answer('listThings', { $ref: '#/components/schemas/ThingPage' }),
    },
    '/api/v1/things/defect': { get: answer('defect', thing) },
    '/api/v1/things/database-away': { get: answer('databaseAway', thing) },
    '/api/v1/things/hurry': { get: answer('hurry', thing) },
    '/api/v1/things/open': {
      post: answer('openThing', { type: 'object', properties: { ok: { type: 'boolean' } } }),
    },
    '/api/v1/things/{id}': { get: answer('readThing', thing), patch: answer('changeThing', thing) },
    '/api/v1/things/{id}/close': { post: answer('closeThing', thing) },
  },
  components: {
    schemas: {
      Thing: {
        type: 'object',
        required: ['id', 'title', 'version'],
        properties: {
          id: { type: 'string' },
          title: { type: 'string' },
          version: { type: 'number' },
          nested: { anyOf: [{ $ref: '#/components/schemas/Nested' }, { type: 'null' }] },
        },
      },
      Nested: { type: 'object', properties: { shown: { type: 'number' } } },
      ThingPage: {
        type: 'object',
        properties: {
          items: { type: 'array', items: { type: 'object', properties: { number: { type: 'number' } } } },
          nextCursor: { type: ['string', 'null'] },
        },
      },
    },
  },
};

export interface Things {
  readonly app: NestFastifyApplication;
  readonly pace: Pace;
  /** Sends a request as Anna, or as whom the headers say. */
  readonly send: (request: Sent) => Promise<Answer>;
}

export interface Sent {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly body?: unknown;
  /** A body as it is, with its own content type. */
  readonly raw?: string | Buffer;
  readonly headers?: Record<string, string>;
  readonly as?: string | null;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly text: string;
  readonly json: () => Record<string, unknown>;
}

export async function startThings(
  config: TtnConfig,
  options: { document?: OpenApiDocument; logger?: Logger } = {},
): Promise<Things> {
  const app = await createHttpApplication(ThingsModule, config, { document: THINGS_DOCUMENT, ...options });
  const tokens = app.get(AccessTokens);
  const tokenOf = (person: string) => tokens.issue(person, person).accessToken;
  return {
    app,
    pace: app.get(Pace),
    send: async ({ method = 'GET', url, body, raw, headers = {}, as = ANNA }) => {
      const response = await app.inject({
        method,
        url,
        headers: {
          ...(as && { authorization: `Bearer ${tokenOf(as)}` }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        payload: raw ?? (body === undefined ? undefined : JSON.stringify(body)),
      });
      return {
        status: response.statusCode,
        headers: response.headers as Record<string, string | undefined>,
        text: response.body,
        json: () => response.json<Record<string, unknown>>(),
      };
    },
  };
}
