import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger, Metrics, Readiness } from '#libs/platform/telemetry';

/** One line and one measurement per request, under its route template: ids, never texts. */
export function observeRequests(
  server: FastifyInstance,
  logger: Logger,
  metrics: Metrics,
  readiness: Readiness,
): void {
  const ended = (): void => {
    metrics.requestEnded();
  };
  server.addHook('onRequest', (_request, reply, done) => {
    metrics.requestStarted();
    // Not onResponse, which does not run for clients that went away.
    reply.raw.once('close', ended);
    if (readiness.draining) void reply.header('connection', 'close');
    done();
  });
  // The template is bound here, once: asking a request for its route options costs more than the log line.
  server.addHook('onRoute', (route) => {
    const observe = observer(route.url, [route.method].flat()[0] ?? '', logger, metrics);
    route.onResponse = [route.onResponse ?? [], observe].flat();
  });
  const unknown = observer('unknown', 'ANY', logger, metrics);
  server.addHook('onResponse', (request, reply, done) => {
    if (request.is404) unknown(request, reply, done);
    else done();
  });
}

function observer(route: string, method: string, logger: Logger, metrics: Metrics) {
  const record = metrics.recorder(method, route);
  return (request: FastifyRequest, reply: FastifyReply, done: () => void): void => {
    const ms = reply.elapsedTime;
    const status = reply.statusCode;
    record(status, ms);
    if (logger.isLevelEnabled('info')) {
      const { actor } = request;
      logger.info(
        {
          requestId: request.id,
          personId: actor?.personId,
          organizationId: actor?.organization?.id,
          method: request.method,
          route,
          status,
          code: request.problemCode,
          ms: Math.round(ms * 10) / 10,
        },
        'request',
      );
    }
    done();
  };
}
