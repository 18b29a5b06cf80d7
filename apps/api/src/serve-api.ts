import type { AddressInfo } from 'node:net';
import type { TtnConfig } from '#libs/platform/config';
import { createHttpApplication, drainHttp } from '#libs/platform/http';
import { createLogger, OpsServer, Readiness, runUntilStopped } from '#libs/platform/telemetry';
import { ApiModule } from './api.module.js';

/** Serves the API, sockets and the web client until the process is told to stop. Exits 0. */
export async function serveApi(config: TtnConfig): Promise<never> {
  const logger = createLogger(config, 'api');
  const app = await createHttpApplication(ApiModule.with(config), config, { logger });
  await app.listen(config.PORT, config.HOST);
  const { port } = app.getHttpServer().address() as AddressInfo;
  const opsPort = await app.get(OpsServer).start();
  app.get(Readiness).start();
  logger.info({ port, host: config.HOST, opsPort }, 'listening');
  process.send?.({ type: 'ready', port });
  return runUntilStopped(app, { logger, drain: () => drainHttp(app) });
}
