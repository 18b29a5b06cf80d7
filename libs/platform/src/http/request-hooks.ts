import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type FieldError, InvalidInput, NotFound } from '#libs/kernel';
import type { TtnConfig } from '#libs/platform/config';
import type { Idempotency, IdempotencyClaim } from './idempotency.js';
import { unstorableTexts } from './json-body.js';
import { apiHeaders, pageHeaders } from './security-headers.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set while this request does the work of an `Idempotency-Key`. */
    idempotencyClaim: IdempotencyClaim | undefined;
    /** `code` of the problem that was answered; for the log. */
    problemCode: string | undefined;
  }
}

/** Request id, security headers, the check of the address, `ETag`, and the end of an idempotency claim. */
export function addRequestHooks(server: FastifyInstance, config: TtnConfig, idempotency: Idempotency): void {
  const ofApi = Object.entries(apiHeaders(config));
  const ofPages = Object.entries(pageHeaders(config));
  server.decorateRequest('idempotencyClaim', undefined);
  server.decorateRequest('problemCode', undefined);

  server.addHook('onRequest', (request, reply, done) => {
    const { url } = request;
    void reply.header('x-request-id', request.id);
    for (const [name, value] of isApi(url) ? ofApi : ofPages) void reply.header(name, value);
    done(url.includes('%') ? unusableAddress(request) : undefined);
  });

  server.addHook('preSerialization', (_request, reply, payload, done) => {
    const version = (payload as { version?: unknown } | null)?.version;
    if (typeof version === 'number' && reply.statusCode < 300) void reply.header('etag', `"${version}"`);
    done(null, payload);
  });

  server.addHook('onSend', (request, reply, payload, done) => {
    const claim = request.idempotencyClaim;
    if (!claim) {
      done(null, payload);
      return;
    }
    request.idempotencyClaim = undefined;
    idempotency.settle(claim, reply, payload).then(
      () => {
        done(null, payload);
      },
      (error: unknown) => {
        // The work is done and its answer goes out; only a repeat will have to wait for the claim to run out.
        request.log.error({ err: error, requestId: request.id }, 'idempotency record not written');
        done(null, payload);
      },
    );
  });
}

const isApi = (url: string): boolean => url.startsWith('/api/') && !url.startsWith('/api/docs');

/** Why no feature may see this address: text that is no UTF-8 (half a surrogate pair), or that cannot be stored. */
function unusableAddress(request: FastifyRequest): Error | undefined {
  const errors = [...unreadableParameters(request.url), ...unstorableTexts(request.query, '')];
  if (errors.length > 0) return new InvalidInput(errors);
  return unstorableTexts(request.params, '').length > 0 ? new NotFound() : undefined;
}

function unreadableParameters(url: string): FieldError[] {
  const query = url.split('?', 2)[1] ?? '';
  if (isReadable(query)) return [];
  return query
    .split('&')
    .filter((parameter) => !isReadable(parameter))
    .map((parameter) => ({
      pointer: `/${parameter.split('=', 1)[0] ?? ''}`,
      code: 'field/unstorable-character',
    }));
}

function isReadable(encoded: string): boolean {
  try {
    decodeURIComponent(encoded);
    return true;
  } catch {
    return false;
  }
}
