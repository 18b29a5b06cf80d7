import { type ChildProcess, execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { testDatabase, type TestDatabase } from './test-database.js';

const root = join(import.meta.dirname, '../..');
const entry = (app: string): string => join(root, 'dist/apps', app, 'src/main.js');
const LOG_LINES = 200;

export interface DemoAccount {
  role: string;
  email: string;
  password: string;
  organization: string;
}

/** One process of the running system, with the tail of what it printed. */
export class Program {
  readonly log: string[] = [];
  private child: ChildProcess | undefined;

  constructor(
    private readonly app: 'api' | 'worker',
    private readonly variables: Record<string, string>,
    public port = 0,
  ) {}

  get pid(): number {
    return this.child?.pid ?? 0;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Starts from dist and resolves when the process says it is ready; after a kill, on the same port. */
  async start(): Promise<void> {
    const env = { ...this.variables, PORT: String(this.port) };
    const child = fork(entry(this.app), [], { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    this.child = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.log.push(...text.trimEnd().split('\n'));
        this.log.splice(0, Math.max(0, this.log.length - LOG_LINES));
      });
    }
    await new Promise<void>((ready, reject) => {
      child.on('message', (message: { type?: string; port?: number }) => {
        if (message.type !== 'ready') return;
        this.port = message.port ?? this.port;
        ready();
      });
      child.once('exit', (code, signal) => {
        reject(
          new Error(`The ${this.app} ended while starting (${signal ?? code}):\n${this.log.join('\n')}`),
        );
      });
    });
  }

  /** Ends the process by `signal` and resolves with its exit code once it is gone. */
  async end(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.child;
    if (child?.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    const gone = once(child, 'exit') as Promise<[number | null]>;
    child.kill(signal);
    return (await gone)[0];
  }
}

export interface RunningSystem {
  database: TestDatabase;
  apis: Program[];
  worker: Program;
  /** Where they keep files; `temporary` below it is their temporary folder. */
  directory: string;
  /** Demo accounts, first of a role first. */
  accounts: DemoAccount[];
  /** The tail of every process's log, for the dump of a failing wait. */
  logs(): Record<string, string[]>;
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** The demo account of an organization, by its name. */
export function accountOf(organization: string, accounts: readonly DemoAccount[]): DemoAccount {
  const found = accounts.find((each) => each.organization === organization);
  if (!found) throw new Error(`No demo account of ${organization}.`);
  return found;
}

export interface SystemOptions {
  apis?: number;
  redisUrl?: string;
  /** Serve the built web client. */
  web?: boolean;
  /** Reached by the name `localhost`, on a port chosen before: passkeys belong to names. */
  named?: boolean;
  /** Further settings of every process. */
  settings?: Record<string, string>;
}

/** The demo on a fresh database: api and worker as processes of their own, built code, no mocks. */
export async function startSystem({
  apis = 1,
  redisUrl,
  web = false,
  named = false,
  settings = {},
}: SystemOptions = {}): Promise<RunningSystem> {
  const database = await testDatabase();
  const port = named ? await freePort() : 0;
  const directory = mkdtempSync(join(tmpdir(), 'ttn-system-'));
  const temporary = join(directory, 'temporary');
  mkdirSync(temporary);
  const variables: Record<string, string> = {
    PATH: process.env.PATH ?? '',
    NODE_ENV: 'test',
    DATABASE_URL: database.url,
    TTN_SECRET: 'a-secret-for-tests-only-0123456789abcdef',
    TTN_DATA_DIR: directory,
    TMPDIR: temporary,
    LOG_LEVEL: 'warn',
    DEMO: 'true',
    ...(named && { PUBLIC_URL: `http://localhost:${port}` }),
    WEB_ROOT: web ? join(root, 'dist/web') : 'none',
    ...(redisUrl && { REDIS_URL: redisUrl }),
    ...settings,
  };
  await promisify(execFile)(process.execPath, [entry('cli'), 'demo', 'load'], { env: variables, cwd: root });
  const accounts = JSON.parse(readFileSync(join(directory, 'demo-accounts.json'), 'utf8')) as DemoAccount[];
  const programs = Array.from({ length: apis }, () => new Program('api', variables, port));
  const worker = new Program('worker', variables);
  const all = [...programs, worker];
  await Promise.all(all.map((program) => program.start()));
  return {
    database,
    apis: programs,
    worker,
    directory,
    accounts,
    logs: () => Object.fromEntries(all.map((program, index) => [`process ${index}`, program.log])),
    stop: async () => {
      await Promise.all(all.map((program) => program.end('SIGTERM')));
      await database.drop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
