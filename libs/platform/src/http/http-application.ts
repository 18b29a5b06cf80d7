import fastifyCookie from '@fastify/cookie';
import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Logger as NestLogger } from 'nestjs-pino';
import { ConfigModule, type TtnConfig } from '#libs/platform/config';
import { createLogger, type Logger, Metrics, Readiness, TelemetryModule } from '#libs/platform/telemetry';
import { serveApiDocuments } from './api-documents.js';
import { serveHealth } from './health-routes.js';
import { HttpModule } from './http.module.js';
import { Idempotency } from './idempotency.js';
import { InputPipe } from './input-pipe.js';
import { acceptJsonOnly } from './json-body.js';
import { type OpenApiDocument, readOpenApiDocument } from './open-api-document.js';
import { ProblemFilter, refuse } from './problem-filter.js';
import { addRequestHooks } from './request-hooks.js';
import { requestIdOf } from './request-id.js';
import { observeRequests } from './request-log.js';
import { serializeByDocument } from './serializers.js';
import { KnownRoutes } from './unknown-routes.js';
import { answerUnreadable } from './unreadable-requests.js';
import { WebClient } from './web-client.js';

const BODY_LIMIT_BYTES = 1024 * 1024;
/** Time for a request to arrive whole; slow senders hold no connection for longer. */
const REQUEST_TIMEOUT_MS = 30_000;
/** Longer than a usual proxy keeps its side, so that it is the proxy that closes. */
const KEEP_ALIVE_MS = 72_000;
/** As long as an address can be: an id of any length is answered like any other that does not exist. */
const MAX_PARAM_LENGTH = 16 * 1024;

export interface HttpApplicationOptions {
  /** Default: a new one by the configuration. */
  readonly logger?: Logger;
  /** Default: the committed docs/openapi.json. */
  readonly document?: OpenApiDocument;
}

/**
 * The HTTP application of `module`: DESIGN's outside contract for every route, whoever wrote it. Initialized,
 * not yet listening.
 *
 * @throws Error in production when a route under /api/v1 is not in the OpenAPI document
 */
export async function createHttpApplication(
  module: Type | DynamicModule,
  config: TtnConfig,
  options: HttpApplicationOptions = {},
): Promise<NestFastifyApplication> {
  const logger = options.logger ?? createLogger(config, 'api');
  const document = options.document ?? readOpenApiDocument() ?? { paths: {} };
  const adapter = adapterFor(config, logger);
  const server: FastifyInstance = adapter.getInstance();
  const routes = new KnownRoutes(server);
  acceptJsonOnly(server);
  serializeByDocument(server, document, (undocumented) => {
    const message = `Not in docs/openapi.json (npm run generate): ${undocumented.join(', ')}`;
    if (config.NODE_ENV === 'production') throw new Error(message);
    logger.warn(message);
  });
  const app = await NestFactory.create<NestFastifyApplication>(rootOf(module, config, logger), adapter, {
    bodyParser: false,
    bufferLogs: true,
    abortOnError: false,
  });
  try {
    app.useLogger(app.get(NestLogger));
    observeRequests(server, logger, app.get(Metrics), app.get(Readiness));
    addRequestHooks(server, config, app.get(Idempotency));
    await server.register(fastifyCookie, { hook: false }); // read where they are wanted, not for every request
    app.useGlobalGuards(app.get(Idempotency)); // after the guard of access, which is the modules' own
    app.useGlobalPipes(new InputPipe());
    serveHealth(server, app.get(Readiness));
    serveApiDocuments(app, document);
    const web = await WebClient.serve(server, config.WEB_ROOT);
    app.useGlobalFilters(new ProblemFilter(logger, routes, web));
    await app.init();
    await server.ready();
    return app;
  } catch (error) {
    await app.close().catch(() => undefined);
    throw error;
  }
}

/**
 * No timeout on handlers: the database ends a statement after 30 s, and a handler that was answered for would
 * work on unseen.
 */
function adapterFor(config: TtnConfig, logger: Logger): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    forceCloseConnections: 'idle',
    trustProxy: config.TRUST_PROXY_HOPS > 0 && ((_address, hop) => hop < config.TRUST_PROXY_HOPS),
    genReqId: requestIdOf,
    routerOptions: { maxParamLength: MAX_PARAM_LENGTH },
    clientErrorHandler: answerUnreadable,
    // Addresses that the router cannot read meet no hook.
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      void reply.header('x-request-id', request.id);
      refuse(error, request, reply, logger);
    },
    // Nothing here is Nest middleware, and its host costs every request.
    skipMiddie: true,
  });
}

/** The module with what every HTTP application has around it. */
function rootOf(module: Type | DynamicModule, config: TtnConfig, logger: Logger): DynamicModule {
  return {
    module: HttpRoot,
    imports: [ConfigModule.with(config), TelemetryModule.with(logger), HttpModule, module],
  };
}

class HttpRoot {}
