import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import pg from 'pg';
import { TtnConfig } from '#libs/platform/config';

type Handler = (payload: string) => void;

/**
 * One connection per process that LISTENs. Handlers hear notifications; `connected` says whether any could
 * be missed just now, and `onReconnect` handlers run after every gap so that caches can be dropped.
 */
@Injectable()
export class Listener implements OnModuleDestroy {
  private readonly logger = new Logger(Listener.name);
  private readonly handlers = new Map<string, Handler[]>();
  private readonly reconnects: (() => void)[] = [];
  private client: pg.Client | undefined;
  private starting: Promise<void> | undefined;
  private closed = false;

  constructor(private readonly config: TtnConfig) {}

  /** False while notifications may be missed. */
  get connected(): boolean {
    return this.client !== undefined;
  }

  /** Hears `channel` from now on. Resolves once the first connection listens. */
  async listen(channel: string, handler: Handler): Promise<void> {
    this.handlers.set(channel, [...(this.handlers.get(channel) ?? []), handler]);
    if (this.client) await this.client.query(`listen ${pg.escapeIdentifier(channel)}`);
    else await (this.starting ??= this.connect());
  }

  /** Runs after the connection was lost and came back. */
  onReconnect(action: () => void): void {
    this.reconnects.push(action);
  }

  async onModuleDestroy(): Promise<void> {
    this.closed = true;
    await this.client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.config.DATABASE_URL,
      application_name: 'ttn-listen',
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
    });
    client.on('error', (error) => {
      this.logger.warn(`LISTEN connection: ${error.message}`);
    });
    client.on('end', () => {
      this.lost(client);
    });
    client.on('notification', ({ channel, payload }) => {
      for (const handler of this.handlers.get(channel) ?? []) handler(payload ?? '');
    });
    try {
      await client.connect();
      for (const channel of this.handlers.keys())
        await client.query(`listen ${pg.escapeIdentifier(channel)}`);
      this.client = client;
    } catch (error) {
      this.logger.warn(`LISTEN connection failed: ${String(error)}`);
      await client.end().catch(() => undefined);
      this.retry();
    }
  }

  private lost(client: pg.Client): void {
    if (this.client !== client) return;
    this.client = undefined;
    this.retry();
  }

  private retry(): void {
    if (this.closed) return;
    setTimeout(() => {
      if (this.closed || this.client) return;
      void this.connect().then(() => {
        if (this.client) for (const action of this.reconnects) action();
      });
    }, 500).unref();
  }
}
