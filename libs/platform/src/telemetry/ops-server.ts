import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { TtnConfig } from '#libs/platform/config';
import { Metrics } from './metrics.js';
import { Readiness } from './readiness.js';

/** The operations port: `/livez`, `/readyz`, `/startupz` in detail, and `/metrics`. Loopback by default. */
@Injectable()
export class OpsServer implements OnModuleDestroy {
  private readonly logger = new Logger(OpsServer.name);
  private server: Server | undefined;

  constructor(
    private readonly config: TtnConfig,
    private readonly readiness: Readiness,
    private readonly metrics: Metrics,
  ) {}

  /** Listens; answers the port, or undefined where `OPS_PORT` is 0. */
  async start(): Promise<number | undefined> {
    const { OPS_PORT, OPS_HOST } = this.config;
    if (OPS_PORT === 0) return undefined;
    this.server = createServer((request, response) => {
      this.answer(request.url ?? '', response).catch((error: unknown) => {
        this.logger.error(error);
        response.writeHead(500).end();
      });
    });
    this.server.listen(OPS_PORT, OPS_HOST);
    await once(this.server, 'listening');
    return (this.server.address() as AddressInfo).port;
  }

  onModuleDestroy(): void {
    this.server?.close();
    this.server?.closeAllConnections();
  }

  private async answer(url: string, response: ServerResponse): Promise<void> {
    switch (url.split('?', 1)[0]) {
      case '/livez':
        return send(response, 200, { ok: true });
      case '/readyz': {
        const health = await this.readiness.check();
        return send(response, health.ok ? 200 : 503, health);
      }
      case '/startupz': {
        const health = this.readiness.startup();
        return send(response, health.ok ? 200 : 503, health);
      }
      case '/metrics': {
        const text = await this.metrics.text();
        response.writeHead(200, { 'content-type': this.metrics.contentType }).end(text);
        return;
      }
      default:
        return send(response, 404, { ok: false });
    }
  }
}

function send(response: ServerResponse, status: number, body: object): void {
  response
    .writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end(JSON.stringify(body));
}
