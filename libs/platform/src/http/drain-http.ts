import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { setTimeout as pause } from 'node:timers/promises';
import { Metrics } from '#libs/platform/telemetry';

const LOOK_EVERY_MS = 20;

/** Stops accepting connections, drops idle ones, and resolves when every request has its answer. */
export async function drainHttp(app: NestFastifyApplication): Promise<void> {
  const server = app.getHttpServer();
  const metrics = app.get(Metrics);
  server.close();
  do {
    server.closeIdleConnections();
    await pause(LOOK_EVERY_MS);
  } while (metrics.requestsInFlight > 0);
}
