import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import type { Closing } from '../setting/closing.js';
import { freePort } from '../setting/free-port.js';

const PATIENCE_MS = 10_000;

/** A throw-away Redis that keeps an append-only file, as in production; undefined where none is installed. */
export async function startRedis(closing: Closing): Promise<string | undefined> {
  const program = (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'redis-server'))
    .find((path) => existsSync(path));
  if (!program) return undefined;
  const directory = mkdtempSync(join(tmpdir(), 'ttn-bench-redis-'));
  const port = await freePort();
  const where = ['--port', String(port), '--bind', '127.0.0.1', '--dir', directory];
  const child = spawn(program, [...where, '--appendonly', 'yes', '--save', ''], { stdio: 'ignore' });
  closing.add(async () => {
    const gone = once(child, 'exit');
    if (child.kill('SIGTERM')) await gone;
    rmSync(directory, { recursive: true, force: true });
  });
  const url = `redis://127.0.0.1:${port}`;
  await answers(url);
  return url;
}

async function answers(url: string): Promise<void> {
  const client = new Redis(url, { retryStrategy: () => 50, maxRetriesPerRequest: null });
  client.on('error', () => undefined);
  try {
    await Promise.race([
      client.ping(),
      pause(PATIENCE_MS).then(() => Promise.reject(new Error('Redis does not answer.'))),
    ]);
  } finally {
    client.disconnect();
  }
}
