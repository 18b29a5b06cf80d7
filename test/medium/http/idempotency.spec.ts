import { testDatabase, type TestDatabase } from '../../support/test-database.js';
import { THING_ID } from './things.controller.js';
import { BORA, type Sent, startThings, type Things } from './things-application.js';

let database: TestDatabase;
let things: Things;

beforeAll(async () => {
  database = await testDatabase();
  things = await startThings(database.config());
});
afterAll(async () => {
  await things?.app.close();
  await database?.drop();
});
beforeEach(() => {
  things.pace.runs = 0;
  things.pace.gate = Promise.resolve();
});

let counter = 0;
const newKey = (): string => `key-${(counter += 1)}`;
const make = (key: string | undefined, title = 'a', more: Partial<Sent> = {}) =>
  things.send({
    method: 'POST',
    url: '/api/v1/things',
    body: { title },
    ...more,
    headers: { ...(key !== undefined && { 'idempotency-key': key }), ...more.headers },
  });

describe('a repeat with the same key and body', () => {
  it('gets the same answer and does nothing', async () => {
    const key = newKey();
    const first = await make(key);
    const again = await make(key);
    expect(first.status).toBe(201);
    expect(first.headers['idempotency-replayed']).toBeUndefined();
    expect([again.status, again.text]).toEqual([first.status, first.text]);
    expect(again.headers).toMatchObject({
      'idempotency-replayed': 'true',
      'content-type': first.headers['content-type'],
      etag: '"1"',
    });
    expect(things.pace.runs).toBe(1);
  });

  it('gets the same refusal when that was a conflict', async () => {
    const key = newKey();
    const first = await make(key, 'refuse');
    const again = await make(key, 'refuse');
    expect([again.status, again.text]).toEqual([409, first.text]);
    expect(again.headers['content-type']).toContain('application/problem+json');
    expect(things.pace.runs).toBe(1);
  });

  it('is work of its own for another person, another path, or without a key', async () => {
    const key = newKey();
    await make(key);
    expect((await make(key, 'a', { as: BORA })).headers['idempotency-replayed']).toBeUndefined();
    const close = await make(key, 'a', { url: `/api/v1/things/${THING_ID}/close`, body: undefined });
    expect([close.status, close.headers['idempotency-replayed']]).toEqual([200, undefined]);
    await make(undefined);
    await make(undefined);
    expect(things.pace.runs).toBe(4);
  });

  it('is new work after 24 hours', async () => {
    const key = newKey();
    const first = await make(key);
    await database.query(
      `update idempotency_record set created_at = now() - interval '25 hours' where key = $1`,
      [key],
    );
    const later = await make(key);
    expect(later.headers['idempotency-replayed']).toBeUndefined();
    expect(later.json().id).not.toBe(first.json().id);
    expect((await make(key)).text).toBe(later.text);
  });
});

describe('twenty requests at once with one key', () => {
  it('have one effect; the others get its answer or are asked to come again', async () => {
    const key = newKey();
    const before = await effects();
    const answers = await Promise.all(Array.from({ length: 20 }, () => make(key)));
    expect((await effects()) - before).toBe(1);
    expect(things.pace.runs).toBe(1);
    const made = answers.filter(({ status }) => status === 201);
    expect(new Set(made.map(({ text }) => text)).size).toBe(1);
    for (const answer of answers.filter(({ status }) => status !== 201)) {
      expect([answer.status, answer.json().code]).toEqual([409, 'idempotency/in-flight']);
      expect(answer.headers['retry-after']).toBe('1');
    }
    expect((await make(key)).text).toBe(made[0]?.text);
  });

  const effects = async (): Promise<number> =>
    (await database.query(`select from audit_entry where action = 'thing.make'`)).length;
});

describe('while the first is at work', () => {
  it('a repeat is told so, and another body is refused', async () => {
    const key = newKey();
    let open = () => {};
    things.pace.gate = new Promise((resolve) => (open = resolve));
    const first = make(key);
    while (things.pace.runs === 0) await new Promise((resolve) => setImmediate(resolve));
    expect((await make(key)).json().code).toBe('idempotency/in-flight');
    expect((await make(key, 'other')).json().code).toBe('idempotency/key-reused');
    open();
    expect((await first).status).toBe(201);
    expect((await make(key)).status).toBe(201);
    expect(things.pace.runs).toBe(1);
  });
});

describe('a key', () => {
  it('is refused with another body', async () => {
    const key = newKey();
    await make(key);
    const other = await make(key, 'other');
    expect([other.status, other.json().code]).toEqual([422, 'idempotency/key-reused']);
  });

  it('is given back by a refusal that changed nothing, and by a defect', async () => {
    const key = newKey();
    expect((await make(key, '')).status).toBe(422);
    expect((await make(key, 'explode')).status).toBe(500);
    expect((await make(key, 'fine')).status).toBe(201);
  });

  it.each(['', 'a b', 'é', 'x'.repeat(256)])('must be 1 to 255 visible characters: %j', async (key) => {
    const answer = await make(key);
    expect([answer.status, answer.json().code]).toEqual([422, 'idempotency/invalid-key']);
  });

  it('may have 255 characters', async () => {
    expect((await make('x'.repeat(255))).status).toBe(201);
  });

  it('means nothing where nobody is signed in', async () => {
    const open = () => make('public', 'a', { url: '/api/v1/things/open', as: null });
    await open();
    expect((await open()).headers['idempotency-replayed']).toBeUndefined();
    expect(things.pace.runs).toBe(2);
  });
});

describe('a holder that died', () => {
  const die = (key: string) =>
    database.query(
      `update idempotency_record set status = null, answer = null,
        headers = jsonb_build_object('holder', $2::text), locked_until = now() - interval '1 second'
       where key = $1`,
      [key, 'died-0001'],
    );

  it('before it did anything is taken over', async () => {
    const key = newKey();
    await make(key);
    await die(key);
    const taken = await make(key);
    expect([taken.status, taken.headers['idempotency-replayed']]).toEqual([201, undefined]);
    expect((await make(key)).text).toBe(taken.text);
  });

  it('after its work was committed is not repeated', async () => {
    const key = newKey();
    await make(key, 'a', { headers: { 'x-request-id': 'died-0001' } });
    await die(key);
    const answer = await make(key);
    expect([answer.status, answer.json().code]).toEqual([409, 'idempotency/answer-lost']);
    expect(things.pace.runs).toBe(1);
  });
});
