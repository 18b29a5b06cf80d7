import { randomBytes } from 'node:crypto';
import { loadConfig, type TtnConfig } from '#libs/platform/config';
import { Child } from '../setting/child.js';
import type { Closing } from '../setting/closing.js';
import { freePort } from '../setting/free-port.js';
import { ThrowAwayDatabase } from '../setting/throw-away-database.js';

/** One server of the bench, with its process. */
export interface Served {
  readonly url: string;
  readonly pid: number;
  /** Resident memory after garbage was collected, in bytes. */
  memory(): Promise<number>;
}

const ENTRIES = {
  ttn: '../../apps/api/src/main.js',
  unpersisted: './unpersisted-api.js',
  bare: './bare-server.js',
} as const;

/** What a run of this bench stands on: a database of its own, and servers started when they are needed. */
export class MessagingSetting {
  private readonly served = new Map<string, Promise<Served>>();

  private constructor(
    readonly database: ThrowAwayDatabase,
    readonly config: TtnConfig,
    private readonly variables: Readonly<Record<string, string>>,
    private readonly closing: Closing,
  ) {}

  static async prepare(closing: Closing): Promise<MessagingSetting> {
    const database = await ThrowAwayDatabase.start(closing);
    const variables = {
      NODE_ENV: 'production',
      LOG_LEVEL: 'warn',
      WEB_ROOT: 'none',
      ACCESS_TOKEN_SECONDS: '3600',
      TTN_SECRET: randomBytes(32).toString('base64url'),
      TTN_DATA_DIR: database.directory,
      DATABASE_URL: database.url,
    };
    return new MessagingSetting(database, loadConfig(variables), variables, closing);
  }

  /** The server of that kind, started once; a second api is another process on the same database. */
  server(kind: keyof typeof ENTRIES, number = 1): Promise<Served> {
    const name = `${kind} ${number}`;
    let server = this.served.get(name);
    if (!server) this.served.set(name, (server = this.start(kind, number)));
    return server;
  }

  private async start(kind: keyof typeof ENTRIES, number: number): Promise<Served> {
    const port = await freePort();
    const child = await Child.start(
      new URL(ENTRIES[kind], import.meta.url),
      { ...this.variables, PORT: String(port) },
      [
        `--import=${new URL('./memory-probe.js', import.meta.url).href}`,
        '--expose-gc',
        ...profiled(kind, number),
      ],
    );
    this.closing.add(() => child.stop());
    return {
      url: `http://127.0.0.1:${port}`,
      pid: child.pid,
      memory: async () => (await child.ask<{ resident: number }>({ type: 'memory' })).resident,
    };
  }
}

/** For looking closer, `BENCH_PROFILE=folder` lets servers write CPU profiles when they end. */
function profiled(kind: string, number: number): string[] {
  const folder = process.env.BENCH_PROFILE;
  return folder ? ['--cpu-prof', `--cpu-prof-dir=${folder}/${kind}-${number}`] : [];
}
