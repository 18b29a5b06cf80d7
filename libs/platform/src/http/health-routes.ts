import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Readiness } from '#libs/platform/telemetry';

/** Health on the public port: a status, no detail. */
export function serveHealth(server: FastifyInstance, readiness: Readiness): void {
  const send = (reply: FastifyReply, ok: boolean) =>
    reply
      .code(ok ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ ok });
  server.get('/livez', (_request, reply) => send(reply, true));
  server.get('/startupz', (_request, reply) => send(reply, readiness.startup().ok));
  server.get('/readyz', async (_request, reply) => send(reply, (await readiness.check()).ok));
}
