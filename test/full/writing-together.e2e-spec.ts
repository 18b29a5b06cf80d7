import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { CoeditedDocuments } from '#libs/platform/coediting';
import { Database } from '#libs/platform/database';
import { type RedisServer, startRedis } from '../support/redis-server.js';
import { waitFor } from '../support/wait.js';
import { tokenOf, Writer } from '../support/writer.js';
import { type Member, Network } from '../medium/messaging/network.js';
import { NotesModule } from '../medium/coediting/notes.js';

jest.setTimeout(90_000);

const ENTRY = join(import.meta.dirname, '../../dist/apps/api/src/main.js');
const FIELD = 'need';
const CHARACTERS = 2_000;
/** Typed at once; between them the event loop turns, and somebody may be killed. */
const AT_ONCE = 20;

let network: Network;
let people: Member[];
const running: ChildProcess[] = [];
const writers: Writer[] = [];
let redis: RedisServer | undefined;

beforeAll(async () => {
  network = await Network.start(1, {}, NotesModule);
  const first = await network.member('sme', 'editor');
  people = [first, await network.member('sme', 'editor', first.organizationId)];
});
afterEach(async () => {
  for (const writer of writers.splice(0)) writer.close();
  for (const child of running.splice(0)) await kill(child);
  await redis?.stop();
  redis = undefined;
});
afterAll(() => network.stop());

const kill = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
};

/** One api process; on the port of one that was killed, when that is given. */
async function start(port = 0, redisUrl = redis?.url): Promise<{ child: ChildProcess; port: number }> {
  const child = fork(ENTRY, [], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'test',
      DATABASE_URL: network.database.url,
      TTN_SECRET: network.database.config().TTN_SECRET,
      LOG_LEVEL: 'silent',
      ...(redisUrl && { REDIS_URL: redisUrl }),
      WEB_ROOT: 'none',
      PORT: String(port),
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  running.push(child);
  const gone = once(child, 'exit').then(([code]) => {
    throw new Error(`The api ended while starting: ${String(code)}`);
  });
  gone.catch(() => undefined);
  const [said] = (await Promise.race([once(child, 'message'), gone])) as [{ port: number }];
  return { child, port: said.port };
}

/** A draft of the first of them. */
async function draft(port: number): Promise<string> {
  const [{ accessToken, organizationId } = { accessToken: '', organizationId: '' }] = people;
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/proposals`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${accessToken}`,
      'x-organization-id': organizationId,
    },
    body: JSON.stringify({ title: 'Boats', language: 'en' }),
  });
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { id: string }).id;
}

/** Types letter by letter at its own place, at the pace of the event loop. */
async function type(writer: Writer, letter: string, paragraph: number): Promise<void> {
  for (let typed = 0; typed < CHARACTERS; typed += AT_ONCE) {
    for (let index = 0; index < AT_ONCE; index += 1) writer.type(letter, paragraph, FIELD);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

describe.each([
  [1, 'PostgreSQL'],
  [2, 'PostgreSQL'],
  [2, 'PostgreSQL and Redis'],
])('two editors at %i api processes on %s that are killed while they type', (processes, backend) => {
  it('end equal, and no letter is lost', async () => {
    if (backend.includes('Redis')) redis = await startRedis();
    const { app } = network.process(0);
    const apis = await Promise.all(Array.from({ length: processes }, () => start()));
    const at = (index: number) => apis[index % processes] ?? { child: undefined, port: 0 };
    const id = await draft(at(0).port);
    const [one, two] = people.map((member, index) => {
      const writer = new Writer({
        url: `http://127.0.0.1:${at(index).port}`,
        document: `proposal:${id}`,
        token: () => tokenOf(member.accessToken, member.organizationId),
      });
      writers.push(writer);
      return writer;
    });
    if (!one || !two) throw new Error('There are two editors.');
    await Promise.all([one.ready(), two.ready()]);
    one.type('', 1, FIELD);
    await one.saved();
    await waitFor('both paragraphs', async () => two.text(FIELD) === '\n');

    const typing = Promise.all([type(one, 'a', 0), type(two, 'b', 1)]);
    let kills = 0;
    for (const portion of [0.25, 0.6]) {
      await waitFor('letters', async () => one.text(FIELD).length > 2 * CHARACTERS * portion, {
        timeoutMs: 30_000,
      });
      for (const [index, { child, port }] of apis.entries()) {
        await kill(child);
        kills += 1;
        apis[index] = await start(port);
      }
    }
    await typing;
    const whole = `${'a'.repeat(CHARACTERS)}\n${'b'.repeat(CHARACTERS)}`;
    await waitFor(
      'both editors to be equal and saved',
      async () => [one, two].every((writer) => writer.isSaved && writer.text(FIELD) === whole),
      { timeoutMs: 40_000, dump: () => [one.state(), two.state()] },
    );
    expect(kills).toBe(2 * processes);
    const stored = await app.get(CoeditedDocuments).read(app.get(Database), 'proposal', id);
    expect(stored).toMatchObject({
      need: {
        type: 'doc',
        content: ['a', 'b'].map((letter) => ({
          type: 'paragraph',
          content: [{ type: 'text', text: letter.repeat(CHARACTERS) }],
        })),
      },
    });
    // Lines were broken, so it was not the network that kept the letters.
    expect(Math.min(one.endings.length, two.endings.length)).toBeGreaterThan(0);
  });
});
