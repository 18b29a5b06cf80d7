import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { waitFor } from '../../support/wait.js';

/** The Redis or Valkey server of this machine; undefined when there is none. */
export const REDIS_BINARY = [
  process.env.REDIS_SERVER,
  '/usr/bin/redis-server',
  '/usr/bin/valkey-server',
].find((path) => path !== undefined && existsSync(path));

export interface RedisServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** A throw-away Redis on a free port of loopback. */
export async function startRedis(): Promise<RedisServer> {
  if (!REDIS_BINARY)
    throw new Error('There is no redis-server. Install it, or set REDIS_SERVER to its path.');
  const directory = mkdtempSync(join(tmpdir(), 'ttn-redis-'));
  const port = await freePort();
  const settings = ['--port', String(port), '--bind', '127.0.0.1', '--dir', directory, '--save', ''];
  const server: ChildProcess = spawn(REDIS_BINARY, settings, { stdio: 'ignore' });
  await waitFor('Redis to accept connections', () => accepts(port));
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: async () => {
      const ended = once(server, 'exit');
      server.kill('SIGTERM');
      await ended;
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** Below 32768, where the system does not hand out ports by itself. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    const server = createServer();
    const free = await new Promise<boolean>((resolve) => {
      server.once('error', () => {
        resolve(false);
      });
      server.listen(port, '127.0.0.1', () => {
        resolve(true);
      });
    });
    server.close();
    if (free) return port;
  }
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => {
      resolve(false);
    });
  });
}
