import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig, type TtnConfig } from '#libs/platform/config';
import type { Closing } from '../bench/setting/closing.js';
import { freePort } from '../bench/setting/free-port.js';
import { DatabaseServer } from './database-server.js';
import { Link } from './link.js';
import { PROBE_TABLES } from './probe-job.js';
import { Program } from './program.js';
import { RedisProcess } from './redis-process.js';

const APIS = 3;
const WORKERS = 2;
/** One api is ahead of the time and one worker behind it; access tokens last an hour. */
const SKEW_MS = 40 * 60_000;

export type Backend = 'postgres' | 'redis';

/** A process with all the lines that lead from it; an api also has the one that leads to it. */
export interface Node {
  readonly program: Program;
  readonly toDatabase: Link;
  readonly toRedis: Link | undefined;
  readonly fromClients: Link | undefined;
}

export interface ClusterOptions {
  readonly backend: Backend;
  /** Loaded into every api before its own code: a deliberately broken variant. */
  readonly preload?: string | undefined;
}

/** Three apis and two workers, each with lines of its own to a PostgreSQL and a Redis of its own. */
export class Cluster {
  private constructor(
    readonly database: DatabaseServer,
    readonly redis: RedisProcess | undefined,
    readonly apis: readonly Node[],
    readonly workers: readonly Node[],
    readonly config: TtnConfig,
  ) {}

  static async start(closing: Closing, { backend, preload }: ClusterOptions): Promise<Cluster> {
    const database = await DatabaseServer.start(closing);
    await database.query(PROBE_TABLES);
    const redis = backend === 'redis' ? await startRedis(closing, database.directory) : undefined;
    const variables = {
      NODE_ENV: 'test',
      LOG_LEVEL: 'warn',
      WEB_ROOT: 'none',
      ACCESS_TOKEN_SECONDS: '3600',
      TTN_SECRET: randomBytes(32).toString('base64url'),
      TTN_DATA_DIR: database.directory,
    };
    const config = loadConfig({ ...variables, DATABASE_URL: database.url });
    const node = async (kind: 'api' | 'worker', index: number): Promise<Node> => {
      const name = `${kind} ${index + 1}`;
      const line = async (to: string, port: number): Promise<Link> => {
        const link = await Link.open(`${name} to ${to}`, port);
        closing.add(() => link.close());
        return link;
      };
      const toDatabase = await line('PostgreSQL', database.port);
      const toRedis = redis && (await line('Redis', redis.port));
      const port = await freePort();
      const skew =
        kind === 'api' && index === APIS - 1 ? SKEW_MS : kind === 'worker' && index === 0 ? -SKEW_MS : 0;
      const program = new Program(
        name,
        new URL(kind === 'api' ? '../apps/api/src/main.js' : './probe-worker.js', import.meta.url),
        {
          ...variables,
          PORT: String(port),
          DATABASE_URL: withPort(database.url, toDatabase.port),
          CHAOS_CLOCK_SKEW_MS: String(skew),
          ...(toRedis && { REDIS_URL: `redis://127.0.0.1:${toRedis.port}` }),
        },
        [
          `--import=${new URL('./skewed-clock.js', import.meta.url).href}`,
          ...(kind === 'api' && preload
            ? [`--import=${new URL(`./mutants/${preload}.js`, import.meta.url).href}`]
            : []),
        ],
      );
      const fromClients = kind === 'api' ? await Link.open(`clients to ${name}`, port) : undefined;
      if (fromClients) closing.add(() => fromClients.close());
      closing.add(() => program.end('SIGTERM'));
      return { program, toDatabase, toRedis, fromClients };
    };
    const apis = await Promise.all(Array.from({ length: APIS }, (_, index) => node('api', index)));
    const workers = await Promise.all(Array.from({ length: WORKERS }, (_, index) => node('worker', index)));
    await Promise.all([...apis, ...workers].map(({ program }) => program.start()));
    return new Cluster(database, redis, apis, workers, config);
  }

  /** Where clients reach the apis, through their lines. */
  get addresses(): string[] {
    return this.apis.map(({ fromClients }) => `http://127.0.0.1:${fromClients?.port}`);
  }

  /** Every line there is. */
  get links(): Link[] {
    return [...this.apis, ...this.workers].flatMap(({ toDatabase, toRedis, fromClients }) =>
      [toDatabase, toRedis, fromClients].filter((link) => link !== undefined),
    );
  }

  /** Whether an api and a worker would be left if one more ended. */
  get canBeStruck(): boolean {
    const up = (nodes: readonly Node[]): number => nodes.filter(({ program }) => program.isUp).length;
    return up(this.apis) > 1 && up(this.workers) > 1;
  }

  /** The tail of what every process printed. */
  logs(): Record<string, readonly string[]> {
    return Object.fromEntries(
      [...this.apis, ...this.workers].map(({ program: { name, log } }) => [name, log]),
    );
  }
}

async function startRedis(closing: Closing, directory: string): Promise<RedisProcess> {
  const folder = join(directory, 'redis');
  mkdirSync(folder);
  const redis = new RedisProcess(await freePort(), folder);
  await redis.start();
  closing.add(() => redis.end('SIGTERM'));
  return redis;
}

function withPort(url: string, port: number): string {
  return Object.assign(new URL(url), { port: String(port) }).href;
}
