import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { DemoAccount } from './running-system.js';
import { waitFor } from './wait.js';

const MAIN = join(import.meta.dirname, '../../dist/apps/standalone/src/main.js');

/** The product as `npm start` runs it, on a data folder and a port of its own, in a process group of its own. */
export class Standalone {
  output = '';
  private readonly child: ChildProcess;

  private constructor(private readonly home: StandaloneHome) {
    this.child = spawn(process.execPath, [MAIN], { env: home.variables, detached: true });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => (this.output += text));
    }
  }

  static start(home: StandaloneHome): Standalone {
    return new Standalone(home);
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** Resolves when the start has said that it serves. */
  async serves(): Promise<this> {
    await waitFor('TTN to serve', async () => this.output.includes('TTN serves') || this.ended(), {
      timeoutMs: 90_000,
      dump: () => this.output,
    });
    if (this.ended()) throw new Error(`The start ended:\n${this.output}`);
    return this;
  }

  /** The process of its API or worker. */
  async childPid(app: 'api' | 'worker'): Promise<number> {
    return waitFor(`a process of the ${app}`, async () => {
      const found = processes().find(
        ({ parent, words }) => parent === this.pid && words.includes(`apps/${app}/src/main.js`),
      );
      return found?.pid;
    });
  }

  /** Signals it alone; resolves with the exit code once it is gone. */
  async end(signal: NodeJS.Signals): Promise<number | null> {
    return this.gone(() => process.kill(this.pid, signal));
  }

  /** Signals every process of its group at once, as a terminal does. */
  async endGroup(signal: NodeJS.Signals): Promise<number | null> {
    return this.gone(() => process.kill(-this.pid, signal));
  }

  async exit(): Promise<number | null> {
    return this.gone(() => undefined);
  }

  private ended(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  private async gone(end: () => void): Promise<number | null> {
    if (this.ended()) return this.child.exitCode;
    const exit = once(this.child, 'exit') as Promise<[number | null]>;
    end();
    return (await exit)[0];
  }
}

/** A data folder that everybody may enter (root's PostgreSQL runs as somebody else), and a free port. */
export class StandaloneHome {
  readonly directory = mkdtempSync(join(tmpdir(), 'ttn-home-'));

  private constructor(readonly port: number) {
    chmodSync(this.directory, 0o755);
  }

  static async make(): Promise<StandaloneHome> {
    return new StandaloneHome(await freePort());
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get variables(): Record<string, string> {
    const { PATH = '' } = process.env;
    return { PATH, PORT: String(this.port), TTN_DATA_DIR: this.directory, WEB_ROOT: 'none' };
  }

  accounts(): DemoAccount[] {
    return JSON.parse(readFileSync(join(this.directory, 'demo-accounts.json'), 'utf8')) as DemoAccount[];
  }

  get postmasterPid(): number {
    return Number(readFileSync(join(this.directory, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
  }

  /** How many rows `table` of the embedded database holds; 0 while there is no such table or no server. */
  async count(table: string): Promise<number> {
    const read = (name: string): string => readFileSync(join(this.directory, name), 'utf8').trim();
    const client = new pg.Client({
      connectionString: `postgres://postgres:${read('postgres.password')}@127.0.0.1:${read('postgres.port')}/ttn`,
    });
    client.on('error', () => undefined);
    try {
      await client.connect();
      const { rows } = await client.query<{ count: number }>(`select count(*)::int from ${table}`);
      return rows[0]?.count ?? 0;
    } catch {
      return 0;
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  /** Command lines of every process that works for this home: the product's own, and its PostgreSQL. */
  processes(): string[] {
    return processes()
      .filter(({ words, environment }) => (words + environment).includes(this.directory))
      .map(({ words }) => words);
  }

  remove(): void {
    for (const { pid, words } of processes()) {
      if (words.includes(this.directory)) process.kill(pid, 'SIGKILL');
    }
    rmSync(this.directory, { recursive: true, force: true });
  }
}

interface RunningProcess {
  pid: number;
  parent: number;
  words: string;
  environment: string;
}

/** Every living process that may be looked at; from /proc. */
function processes(): RunningProcess[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const read = (file: string): string => readFileSync(`/proc/${name}/${file}`, 'utf8');
      try {
        const [state = 'Z', parent] = read('stat').split(') ').at(-1)?.split(' ') ?? [];
        if (state === 'Z') return [];
        const words = read('cmdline').replaceAll('\0', ' ');
        return [{ pid: Number(name), parent: Number(parent), words, environment: read('environ') }];
      } catch {
        return []; // gone meanwhile, or of somebody else
      }
    });
}

/** Below the range that outgoing connections are given ports from. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    const server = createServer();
    const free = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false));
      server.listen(port, '127.0.0.1', () => resolve(true));
    });
    await new Promise((resolve) => server.close(resolve));
    if (free) return port;
  }
}
