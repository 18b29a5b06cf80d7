import { type ChildProcess, fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { testDatabase, type TestDatabase } from '../../support/test-database.js';
import { waitFor } from '../../support/wait.js';

/** The built process itself: signals and exit codes are its own. */
const MAIN = join(import.meta.dirname, '../../../dist/apps/api/src/main.js');

let database: TestDatabase;
const children: ChildProcess[] = [];

jest.setTimeout(60_000);

beforeAll(async () => {
  database = await testDatabase();
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});
afterAll(async () => {
  await database?.drop();
});

interface Running {
  readonly child: ChildProcess;
  readonly port: number;
  /** Resolves with the exit code. */
  readonly ended: Promise<number | null>;
}

async function start(): Promise<Running> {
  const child = fork(MAIN, [], {
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: database.url,
      TTN_SECRET: 'a-secret-for-tests-only-0123456789abcdef',
      LOG_LEVEL: 'warn',
      WEB_ROOT: 'none',
      PORT: '0',
    },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  children.push(child);
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const [message] = (await once(child, 'message')) as [{ type: string; port: number }];
  expect(message.type).toBe('ready');
  return { child, port: message.port, ended };
}

/** A request whose body is still on its way: in flight until `finish`. */
async function beginRequest(port: number): Promise<{ finish: () => Promise<string> }> {
  const socket: Socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  const head = [
    'POST /api/v1/auth/login HTTP/1.1',
    'Host: x',
    'Content-Type: application/json',
    'Content-Length: 2',
    // What is answered at once: then it is known there.
    'Expect: 100-continue',
  ];
  socket.setEncoding('utf8').write(`${head.join('\r\n')}\r\n\r\n{`);
  expect((await once(socket, 'data'))[0]).toMatch(/^HTTP\/1.1 100 /);
  return {
    finish: async () => {
      let text = '';
      socket.on('data', (part: string) => (text += part));
      socket.write('}');
      await once(socket, 'close');
      return text;
    },
  };
}

it('finishes what is in flight, takes nothing new, and exits 0', async () => {
  const { child, port, ended } = await start();
  const request = await beginRequest(port);
  child.kill('SIGTERM');
  await waitFor('the port to close', async () => {
    const refused = await fetch(`http://127.0.0.1:${port}/livez`).then(
      () => false,
      () => true,
    );
    return refused;
  });
  expect(child.exitCode).toBeNull();
  const answer = await request.finish();
  expect(answer).toMatch(/^HTTP\/1.1 422 /);
  expect(await ended).toBe(0);
});

it('exits at once at the second signal, and takes one that comes twice for one', async () => {
  const { child, port, ended } = await start();
  await beginRequest(port);
  child.kill('SIGTERM');
  child.kill('SIGINT');
  await pause(700);
  expect(child.exitCode).toBeNull();
  child.kill('SIGINT');
  expect(await ended).toBe(1);
});

it('stops with its parent', async () => {
  const { child, ended } = await start();
  child.disconnect();
  expect(await ended).toBe(0);
});

it('names everything that is wrong with its settings and exits 1', () => {
  const { status, stderr } = spawnSync(process.execPath, [MAIN], {
    env: { PATH: process.env.PATH, PORT: 'x', LOG_FORMAT: 'loud', TTN_TYPO: '1' },
    encoding: 'utf8',
  });
  expect(status).toBe(1);
  for (const name of ['PORT', 'LOG_FORMAT', 'TTN_TYPO', 'DATABASE_URL', 'TTN_SECRET']) {
    expect(stderr).toContain(`  - ${name}: `);
  }
});
