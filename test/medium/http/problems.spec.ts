import type { TtnConfig } from '#libs/platform/config';
import { testDatabase, type TestDatabase } from '../../support/test-database.js';
import { THING_ID } from './things.controller.js';
import { startThings, type Things } from './things-application.js';

let database: TestDatabase;
let config: TtnConfig;
let things: Things;

beforeAll(async () => {
  database = await testDatabase();
  config = database.config();
  things = await startThings(config);
});
afterAll(async () => {
  await things?.app.close();
  await database?.drop();
});

const create = '/api/v1/things';
const one = `${create}/${THING_ID}`;

describe('a refusal', () => {
  it('is a problem document with the request id of the answer', async () => {
    const answer = await things.send({ url: one, as: null });
    expect(answer.status).toBe(401);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.headers['www-authenticate']).toBe('Bearer');
    expect(answer.json()).toEqual({
      type: 'urn:ttn:problem:auth/unauthenticated',
      title: 'Unauthorized',
      status: 401,
      code: 'auth/unauthenticated',
      detail: 'Sign in first.',
      errors: [],
      requestId: answer.headers['x-request-id'],
    });
  });

  it('keeps the request id of the caller when it is fit for a log', async () => {
    const own = await things.send({ url: one, headers: { 'x-request-id': 'click-0001' } });
    const unfit = await things.send({ url: one, headers: { 'x-request-id': 'a b\tc"d-long-enough' } });
    expect(own.headers['x-request-id']).toBe('click-0001');
    expect(unfit.headers['x-request-id']).toMatch(/^[\w-]{14,64}$/);
  });

  it('tells nothing of a defect but the request id', async () => {
    const answer = await things.send({ url: `${create}/defect` });
    expect(answer.status).toBe(500);
    expect(answer.text).not.toContain('password');
    expect(answer.json()).toEqual({
      type: 'urn:ttn:problem:service/internal',
      title: 'Internal Server Error',
      status: 500,
      code: 'service/internal',
      errors: [],
      requestId: answer.headers['x-request-id'],
    });
  });

  it('says when to come again', async () => {
    const hurry = await things.send({ url: `${create}/hurry` });
    expect([hurry.status, hurry.headers['retry-after']]).toEqual([429, '7']);
    const away = await things.send({ url: `${create}/database-away` });
    expect([away.status, away.headers['retry-after'], away.json().code]).toEqual([
      503,
      '2',
      'service/unavailable',
    ]);
  });
});

describe('addresses', () => {
  it('that are unknown give 404', async () => {
    for (const url of ['/api/v1/nowhere', '/api/nowhere', '/nowhere', '/api/v1/things/a/b/c']) {
      const answer = await things.send({ url });
      expect([answer.status, answer.json().code]).toEqual([404, 'request/not-found']);
    }
  });

  it('that know other methods give 405 and name them', async () => {
    const answer = await things.send({ method: 'DELETE', url: one });
    expect([answer.status, answer.json().code]).toEqual([405, 'request/method-not-allowed']);
    expect(answer.headers.allow).toBe('GET, HEAD, PATCH');
    expect((await things.send({ method: 'PUT', url: create })).headers.allow).toBe('GET, HEAD, POST');
  });

  it('with an id that is no UUID answer like an unknown id', async () => {
    const unknown = await things.send({ url: `${create}/01890000-0000-7000-8000-00000000ffff` });
    for (const id of ['5', 'abc%20def', 'a%00b', THING_ID.slice(1), 'a'.repeat(5_000)]) {
      const answer = await things.send({ url: `${create}/${id}` });
      expect(answer.status).toBe(404);
      expect({ ...answer.json(), requestId: '' }).toEqual({ ...unknown.json(), requestId: '' });
      // This handler takes any id: what stops the request is the pipe.
      expect((await things.send({ method: 'POST', url: `${create}/${id}/close` })).status).toBe(404);
    }
  });

  it('that cannot be decoded give 400', async () => {
    const answer = await things.send({ url: `${create}/%E0%A4%A` });
    expect([answer.status, answer.json().code]).toEqual([400, 'request/malformed']);
    expect(answer.headers['x-request-id']).toBe(answer.json().requestId);
  });
});

describe('bodies', () => {
  const post = (raw: string | Buffer, type = 'application/json') =>
    things.send({ method: 'POST', url: create, raw, headers: { 'content-type': type } });

  it.each([
    ['cut off', '{"title": "a'],
    ['not JSON', 'title=a'],
    ['a poisoned prototype', '{"title":"a","__proto__":{"x":1}}'],
    ['not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d])],
    ['nested too deeply', `{"title":"a","contacts":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
    [
      'nested too deeply, with an escape',
      `{"title":"\\u0041","x":${'{"x":'.repeat(9_999)}1${'}'.repeat(9_999)}}`,
    ],
  ])('that are %s give 400', async (_, raw) => {
    const answer = await post(raw);
    expect([answer.status, answer.json().code]).toEqual([400, 'request/malformed']);
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/json',
  ])('of type %s give 415', async (type) => {
    const answer = await post('{"title":"a"}', type);
    expect([answer.status, answer.json().code]).toEqual([415, 'request/unsupported-media-type']);
  });

  it('above 1 MiB give 413, just below it are read', async () => {
    const frame = JSON.stringify({ title: '' }).length;
    const large = await post(JSON.stringify({ title: 'a'.repeat(1024 * 1024 - frame + 1) }));
    expect([large.status, large.json().code]).toEqual([413, 'request/too-large']);
    expect((await post(JSON.stringify({ title: 'a'.repeat(1024 * 1024 - frame) }))).status).toBe(201);
  });

  it('with NUL characters or halves of surrogate pairs give 422 and say where', async () => {
    const answer = await post(
      '{"title":"a\\u0000","contacts":[{"email":"x"},{"e/mail":"\\ud800"}],"ok":"\\ud83d\\ude00"}',
    );
    expect(answer.status).toBe(422);
    expect(answer.json().errors).toEqual([
      { pointer: '/title', code: 'field/unstorable-character' },
      { pointer: '/contacts/1/e~1mail', code: 'field/unstorable-character' },
    ]);
    expect((await post('{"title":"\\ud83d\\ude00"}')).json().title).toBe('😀');
    expect((await post('{"\\u0000":1}')).json().errors).toEqual([
      { pointer: '', code: 'field/unstorable-character' },
    ]);
  });

  it('with wrong, missing or unknown fields give 422 with a pointer to each', async () => {
    const body = {
      title: 7,
      contacts: [JSON.parse('{ "email": "a@b.example", "toString": 1 }'), { email: 'no', 'x~y': 1 }],
      surprise: true,
    };
    const answer = await things.send({ method: 'POST', url: create, body });
    expect([answer.status, answer.json().code]).toEqual([422, 'request/invalid']);
    expect(answer.json().errors).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ pointer: '/title', code: 'field/is-string' }),
        expect.objectContaining({ pointer: '/contacts/1/email', code: 'field/is-email' }),
        expect.objectContaining({ pointer: '/contacts/1/x~0y', code: 'field/unknown' }),
        expect.objectContaining({ pointer: '/contacts/0/toString', code: 'field/unknown' }),
        expect.objectContaining({ pointer: '/surprise', code: 'field/unknown' }),
      ]),
    );
    const none = await things.send({ method: 'POST', url: create });
    expect(none.json().errors).toContainEqual(expect.objectContaining({ pointer: '/title' }));
    expect((await things.send({ method: 'POST', url: create, body: [1] })).status).toBe(422);
  });

  it('may be missing where a verb needs none, whatever the content type says', async () => {
    const answer = await things.send({
      method: 'POST',
      url: `${one}/close`,
      headers: { 'content-type': 'application/json' },
    });
    expect(answer.status).toBe(200);
  });
});

describe('lists', () => {
  const page = async (query: string) => things.send({ url: `${create}?${query}` });

  it('lead from page to page by their cursors', async () => {
    const numbers: unknown[] = [];
    let cursor: unknown = '';
    let pages = 0;
    for (; cursor !== null; pages += 1) {
      const answer = (await page(`limit=20${cursor ? `&cursor=${cursor as string}` : ''}`)).json();
      numbers.push(...(answer.items as { number: number }[]).map(({ number }) => number));
      cursor = answer.nextCursor;
    }
    expect(pages).toBe(3);
    expect(numbers).toEqual(Array.from({ length: 45 }, (_, number) => number));
  });

  it('refuse cursors that were altered, are of other filters, or are none', async () => {
    const cursor = String((await page('colour=red')).json().nextCursor);
    expect((await page(`colour=red&cursor=${cursor}`)).status).toBe(200);
    const flip = (at: number) =>
      cursor.slice(0, at) + (cursor[at] === 'A' ? 'B' : 'A') + cursor.slice(at + 1);
    const bad = [flip(3), flip(cursor.length - 2), `${cursor}A`, cursor.slice(0, 20), 'A', '%F0%9F%98%80'];
    for (const query of [`cursor=${cursor}`, ...bad.map((each) => `colour=red&cursor=${each}`)]) {
      const answer = await page(query);
      expect([query, answer.status, answer.json().code]).toEqual([query, 422, 'request/invalid-cursor']);
      expect(answer.json().errors).toEqual([{ pointer: '/cursor', code: 'request/invalid-cursor' }]);
    }
  });

  it.each([
    'limit=0',
    'limit=101',
    'limit=1.5',
    'limit=x',
    'limit=0x10',
    'limit=1e1',
    'limit=%205',
    'limit=',
    'limit=1&limit=2',
    'total=maybe',
    'size=3',
    'colour=green',
    'cursor=a%00b',
    'colour=%ED%A0%80',
    'colour=100%',
    'toString=1',
  ])('refuse ?%s with 422 and a pointer to the parameter', async (query) => {
    const answer = await page(query);
    expect(answer.status).toBe(422);
    expect(answer.json().errors).toContainEqual(
      expect.objectContaining({ pointer: `/${query.split('=')[0]}` }),
    );
  });
});

describe('versions', () => {
  const change = (headers: Record<string, string>) =>
    things.send({ method: 'PATCH', url: one, body: { title: 'b' }, headers });

  it('go out as ETag and must come back as If-Match', async () => {
    const read = await things.send({ url: one });
    expect(read.headers.etag).toBe('"3"');
    const changed = await change({ 'if-match': '"3"' });
    expect([changed.status, changed.headers.etag]).toEqual([200, '"4"']);
    expect((await change({ 'if-match': 'W/"3"' })).status).toBe(200);
  });

  it('are required on changes, optional on verbs', async () => {
    const without = await change({});
    expect([without.status, without.json().code]).toEqual([428, 'request/if-match-required']);
    expect((await change({ 'if-match': '*' })).status).toBe(428);
    expect((await things.send({ method: 'POST', url: `${one}/close` })).status).toBe(200);
  });

  it('that are stale or not ours give 412, what is no ETag 400', async () => {
    for (const stale of ['"2"', '"other"']) {
      const answer = await change({ 'if-match': stale });
      expect([answer.status, answer.json().code]).toEqual([412, 'request/stale-version']);
      expect(answer.json().currentVersion).toBe(3);
    }
    expect(
      (await things.send({ method: 'POST', url: `${one}/close`, headers: { 'if-match': '"2"' } })).status,
    ).toBe(412);
    expect((await change({ 'if-match': 'three' })).status).toBe(400);
  });
});

describe('answers', () => {
  it('hold what the document names and nothing else', async () => {
    const made = await things.send({ method: 'POST', url: create, body: { title: 'a' } });
    expect(made.status).toBe(201);
    expect(made.json()).toEqual({ id: expect.any(String), title: 'a', version: 1, nested: { shown: 1 } });
    expect((await things.send({ url: create })).text).not.toContain('secret');
  });

  it('of the API are not stored by anybody', async () => {
    const { headers } = await things.send({ url: one });
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
  });

  it('cannot leave in production where the document does not name the route', async () => {
    const silent = { ...config, NODE_ENV: 'production' as const };
    await expect(startThings(silent, { document: { paths: {} } })).rejects.toThrow('POST /api/v1/things');
  });
});

describe('health on the public port', () => {
  it('says yes or no, and nothing else', async () => {
    expect((await things.send({ url: '/livez', as: null })).text).toBe('{"ok":true}');
    expect((await things.send({ url: '/startupz', as: null })).status).toBe(503);
    expect((await things.send({ url: '/readyz', as: null })).json()).toEqual({ ok: false });
  });
});
