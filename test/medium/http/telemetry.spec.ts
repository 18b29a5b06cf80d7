import { pino } from 'pino';
import { OpsServer, Readiness } from '#libs/platform/telemetry';
import { testDatabase, type TestDatabase } from '../../support/test-database.js';
import { ANNA, startThings, type Things } from './things-application.js';
import { THING_ID } from './things.controller.js';

let database: TestDatabase;
let things: Things;
let ops: string;
const lines: Record<string, unknown>[] = [];

beforeAll(async () => {
  database = await testDatabase();
  const logger = pino(
    { level: 'info' },
    { write: (line: string) => lines.push(JSON.parse(line) as Record<string, unknown>) },
  );
  const port = 20_000 + Math.floor(Math.random() * 12_000);
  things = await startThings(database.config({ OPS_PORT: String(port) }), { logger });
  ops = `http://127.0.0.1:${await things.app.get(OpsServer).start()}`;
});
afterAll(async () => {
  await things?.app.close();
  await database?.drop();
});

const health = async (path: string) => {
  const response = await fetch(ops + path);
  return { status: response.status, ...((await response.json()) as object) };
};

describe('the operations port', () => {
  it('tells start, life and readiness apart', async () => {
    expect(await health('/livez')).toEqual({ status: 200, ok: true });
    expect(await health('/startupz')).toMatchObject({ status: 503, state: 'starting' });
    expect(await health('/readyz')).toMatchObject({ status: 503, state: 'starting' });
    things.app.get(Readiness).start();
    expect(await health('/startupz')).toMatchObject({ status: 200, ok: true });
    expect(await health('/readyz')).toMatchObject({ status: 200, state: 'ready', missing: [] });
  });

  it('is not ready while migrations wait', async () => {
    await database.query('create table kept as table schema_migration');
    await database.query('delete from schema_migration');
    const other = await startThings(database.config());
    try {
      const readiness = other.app.get(Readiness);
      readiness.start();
      expect(await readiness.check()).toMatchObject({ ok: false, state: 'migrations' });
      await database.query('insert into schema_migration select * from kept');
      expect(await readiness.check()).toMatchObject({ ok: true, state: 'ready' });
    } finally {
      await other.app.close();
    }
  });

  it('is ready but degraded without an optional part', async () => {
    let there = false;
    things.app
      .get(Readiness)
      .watch('redis', () => (there ? Promise.resolve() : Promise.reject(new Error('gone'))));
    expect(await health('/readyz')).toMatchObject({ status: 200, state: 'degraded', missing: ['redis'] });
    there = true;
    expect(await health('/readyz')).toMatchObject({ status: 200, state: 'ready' });
  });

  it('counts requests by route template and status', async () => {
    await things.send({ url: `/api/v1/things/${THING_ID}` });
    await things.send({ url: '/nowhere' });
    const text = await (await fetch(`${ops}/metrics`)).text();
    expect(text).toMatch(
      /ttn_http_request_duration_seconds_count\{method="GET",route="\/api\/v1\/things\/:id",status="200"\} 1/,
    );
    expect(text).toContain('route="unknown",status="404"');
    expect(text).not.toContain(THING_ID);
    for (const name of [
      'ttn_database_connections_in_use',
      'ttn_nodejs_eventloop_lag_seconds',
      'ttn_process_resident_memory_bytes',
    ]) {
      expect(text).toContain(name);
    }
  });
});

describe('the log', () => {
  it('has one line per request, with ids and without texts', async () => {
    lines.length = 0;
    const body = { title: 'a secret title' };
    const answer = await things.send({ method: 'POST', url: '/api/v1/things?colour=red', body });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      level: 30,
      requestId: answer.headers['x-request-id'],
      personId: ANNA,
      method: 'POST',
      route: '/api/v1/things',
      status: 201,
      ms: expect.any(Number),
    });
    expect(JSON.stringify(lines)).not.toMatch(/secret title|colour|Bearer/);
  });

  it('names the code of a refusal, and the reason of a defect under its request id', async () => {
    lines.length = 0;
    await things.send({ url: '/api/v1/things', as: null });
    expect(lines.at(-1)).toMatchObject({ status: 401, code: 'auth/unauthenticated' });
    const answer = await things.send({ url: '/api/v1/things/defect' });
    const failure = lines.find(({ level }) => level === 50);
    expect(failure).toMatchObject({ requestId: answer.headers['x-request-id'] });
    expect(JSON.stringify(failure)).toContain('password of the database');
  });
});

describe('draining', () => {
  it('makes the process unready and asks clients to leave', async () => {
    things.app.get(Readiness).drain();
    expect(await health('/readyz')).toMatchObject({ status: 503, state: 'draining' });
    expect((await things.send({ url: '/readyz', as: null })).status).toBe(503);
    const answer = await things.send({ url: `/api/v1/things/${THING_ID}` });
    expect([answer.status, answer.headers.connection]).toEqual([200, 'close']);
  });
});
