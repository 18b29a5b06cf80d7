import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import { ActorSession } from '../support/actor-session.js';
import { rowCounts, tracesOf } from '../support/left-behind.js';
import { essence, type RawAnswer, type RawRequest, sendRaw } from '../support/raw-http.js';
import { accountOf, type DemoAccount, type RunningSystem, startSystem } from '../support/running-system.js';
import { waitFor } from '../support/wait.js';

let system: RunningSystem;
let url: string;
let sme: ActorSession;
let rival: ActorSession;
let city: ActorSession;
let consultant: ActorSession;
const sockets: Socket[] = [];

jest.setTimeout(60_000);

beforeAll(async () => {
  system = await startSystem();
  url = system.apis[0]?.url ?? '';
  sme = await signIn('Badaon Lab');
  rival = await signIn('Saigon La Me Events');
  city = await signIn('Busan');
  consultant = await signIn('Hanbada Urban Tourism Lab');
  await waitFor('the demo to be matched', () => matchOf(sme), {
    timeoutMs: 90_000,
    dump: () => system.logs(),
  });
}, 150_000);

afterAll(async () => {
  for (const socket of sockets) socket.close();
  await system?.stop();
}, 60_000);

const account = (organization: string): DemoAccount => accountOf(organization, system.accounts);
const signIn = (organization: string): Promise<ActorSession> =>
  ActorSession.signIn(url, account(organization));

/** A match nobody has said anything about yet. */
async function matchOf(actor: ActorSession): Promise<string | undefined> {
  const { data } = await actor.api.GET('/api/v1/matches', { params: { query: { limit: 100 } } });
  return data?.items.find(({ state }) => state === 'suggested')?.id;
}

const PROPOSALS = '/api/v1/proposals';
const DRAFT = { title: 'Night walks', language: 'en', summary: 'Guided night walks with music.' };

function as(actor: ActorSession | null, request: RawRequest): Promise<RawAnswer> {
  const signed: Record<string, string> = actor ? { authorization: `Bearer ${actor.token}` } : {};
  return sendRaw(url, { ...request, headers: { ...signed, ...request.headers } });
}
const get = (path: string, actor: ActorSession | null = sme) => as(actor, { path });
const post = (path: string, body?: unknown, headers = {}, actor: ActorSession | null = sme) =>
  as(actor, { method: 'POST', path, body, headers });
const postRaw = (raw: string | Buffer, headers = {}) =>
  as(sme, { method: 'POST', path: PROPOSALS, raw, headers });

async function draft(actor = sme, content: object = DRAFT): Promise<string> {
  return String((await post(PROPOSALS, content, {}, actor)).json.id);
}

const problem = ({ status, json, headers }: RawAnswer) => {
  if (!headers['content-type']?.startsWith('application/problem+json'))
    throw new Error(`No problem document: ${status} ${JSON.stringify(headers)}`);
  return [status, json.code];
};

describe('bodies', () => {
  it.each([
    ['cut off', '{"title":"a'],
    ['with a comma too many', '{"title":"a",}'],
    ['two in one', '{"title":"a"}{"title":"b"}'],
    ['with a poisoned prototype', '{"title":"a","language":"en","budget":{"__proto__":{"x":1}}}'],
    ['with a raw control character', '{"title":"\u0001","language":"en"}'],
    ['in another encoding', Buffer.from('{"title":"é","language":"en"}', 'latin1')],
    ['nested very deeply', `{"themes":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
    ['nested very deeply, with an escape', `{"a":"\\u0041","x":${'['.repeat(9_999)}${']'.repeat(9_999)}}`],
  ])('%s give 400', async (_, raw) => {
    expect(problem(await postRaw(raw))).toEqual([400, 'request/malformed']);
    const keyed = await postRaw(raw, { 'idempotency-key': randomUUID() });
    expect(problem(keyed)).toEqual([400, 'request/malformed']);
  });

  it.each(['[]', '1', '"text"', 'true'])('that are no object, like %s, give 422', async (raw) => {
    expect(problem(await postRaw(raw))).toEqual([422, 'request/invalid']);
  });

  it('with wrong, missing and unknown fields give 422 with the pointer to each', async () => {
    const body = {
      title: 7,
      summary: ['a'],
      themes: ['thm.night', 5],
      collaboration: 'col.product_codev',
      budget: { amountMinor: -1, currency: 'EURO', 'a/b~c': 1 },
      period: { from: '2027-02-30', to: null },
      surprise: 1,
      toString: 1,
    };
    const { errors } = (await post(PROPOSALS, body)).json;
    const pointers = new Set(errors?.map(({ pointer }) => pointer));
    expect([...pointers].sort()).toEqual(
      [
        '/budget/a~1b~0c',
        '/budget/amountMinor',
        '/budget/currency',
        '/collaboration',
        '/language',
        '/period/from',
        '/period/to',
        '/summary',
        '/surprise',
        '/themes',
        '/title',
        '/toString',
      ].sort(),
    );
    const hidden = '{"title":"a","language":"en","budget":{"amountMinor":1,"currency":"USD","valueOf":1}}';
    expect((await postRaw(hidden)).json.errors).toEqual([
      { pointer: '/budget/valueOf', code: 'field/unknown' },
    ]);
  });

  it('with codes that no taxonomy knows, periods backwards and texts too long give 422', async () => {
    for (const [field, value] of Object.entries({
      themes: ['thm.nonsense'],
      period: { from: '2027-03-02', to: '2027-03-01' },
      title: '가'.repeat(201),
      summary: '😀'.repeat(10_001),
      language: 'english language',
      budget: { amountMinor: 2 ** 53, currency: 'USD' },
    })) {
      const answer = await post(PROPOSALS, { ...DRAFT, [field]: value });
      expect([field, ...problem(answer)]).toEqual([field, 422, 'request/invalid']);
      expect(answer.json.errors?.[0]?.pointer).toMatch(new RegExp(`^/${field}`));
    }
  });

  it('with names that are no line, or of which nothing can be seen, give 422', async () => {
    for (const title of ['a\r\nBcc: b@example.org', 'a\tb', 'a\u202eb', '\u200b', ' \u3000 ', '\u0301']) {
      const answer = await post(PROPOSALS, { ...DRAFT, title });
      expect([title, ...problem(answer)]).toEqual([title, 422, 'request/invalid']);
    }
    const person = { email: 'a@example.org', password: 'a long enough password', displayName: 'A\r\nB' };
    expect((await post('/api/v1/auth/register', person, {}, null)).status).toBe(422);
  });

  it('with NUL characters and halves of surrogate pairs, in texts and in names, give 422', async () => {
    const broken = '{"title":"a\\u0000","summary":"\\ud800","themes":["\\udc00\\ud800"],"language":"en"}';
    expect((await postRaw(broken)).json.errors).toEqual([
      { pointer: '/title', code: 'field/unstorable-character' },
      { pointer: '/summary', code: 'field/unstorable-character' },
      { pointer: '/themes/0', code: 'field/unstorable-character' },
    ]);
    for (const name of ['\\u0000', 'a\\ud800b']) {
      expect((await postRaw(`{"title":"a","language":"en","${name}":1}`)).status).toBe(422);
    }
    const whole = await postRaw('{"title":"\\ud83d\\ude00","language":"en"}');
    expect([whole.status, whole.json.title]).toEqual([201, '😀']);
  });

  it('of more than 1 MiB give 413, of other types 415', async () => {
    const large = `{"title":"${'a'.repeat(1024 * 1024)}"}`;
    expect(problem(await postRaw(large))).toEqual([413, 'request/too-large']);
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'application/jsonx',
      'text/json',
      '',
    ]) {
      const answer = await postRaw('{}', { 'content-type': type });
      expect([type, ...problem(answer)]).toEqual([type, 415, 'request/unsupported-media-type']);
    }
  });
});

describe('addresses', () => {
  it.each([
    'state=nope',
    'state=',
    'mood=good',
    'limit=0',
    'limit=101',
    'limit=1e1',
    'limit=0x10',
    'limit=%205',
    'limit=5&limit=6',
    'total=perhaps',
    'cursor=',
    'cursor=AAAA',
    '__proto__=1',
    'constructor=1',
    'state%00=draft',
    'cursor=%ED%A0%80',
  ])('with ?%s give 422 and name the parameter', async (query) => {
    const answer = await get(`${PROPOSALS}?${query}`);
    expect(answer.status).toBe(422);
    const name = query.startsWith('state%00') ? '' : `/${query.split('=')[0]}`;
    expect(answer.json.errors?.map(({ pointer }) => pointer)).toContain(name);
  });

  it('take a cursor only on the list, for the organization and with the filters it is of', async () => {
    await draft();
    await draft();
    const cursor = String((await get(`${PROPOSALS}?limit=1`)).json.nextCursor);
    expect((await get(`${PROPOSALS}?limit=1&cursor=${cursor}`)).status).toBe(200);
    const altered = (cursor.startsWith('A') ? 'B' : 'A') + cursor.slice(1);
    const answers = await Promise.all([
      get(`${PROPOSALS}?cursor=${altered}`),
      get(`${PROPOSALS}?state=draft&cursor=${cursor}`),
      get(`${PROPOSALS}?cursor=${cursor}`, rival),
      get(`/api/v1/opportunities?cursor=${cursor}`),
      get(`/api/v1/consulting-requests?cursor=${cursor}`, city),
    ]);
    for (const answer of answers) expect(problem(answer)).toEqual([422, 'request/invalid-cursor']);
  });

  it('that name nothing give 404, those that know other methods 405 with Allow', async () => {
    for (const path of ['/api/v1/nothing', '/api/v1/proposals/', '/api//v1/proposals', '/API/v1/proposals']) {
      expect([path, ...problem(await get(path))]).toEqual([path, 404, 'request/not-found']);
    }
    const allowed = { [PROPOSALS]: 'GET, HEAD, POST', [`${PROPOSALS}/${randomUUID()}`]: 'GET, HEAD, PATCH' };
    for (const [path, methods] of Object.entries(allowed)) {
      const answer = await as(sme, { method: 'DELETE', path });
      expect([...problem(answer), answer.headers.allow]).toEqual([
        405,
        'request/method-not-allowed',
        methods,
      ]);
    }
  });

  it('with ids that are none, unknown or of others give the same 404', async () => {
    const foreign = await draft(rival);
    const unknown = essence(await get(`${PROPOSALS}/${randomUUID()}`));
    for (const id of [foreign, 'x', '1', 'a'.repeat(4_000), "'%20or%201=1--", '%00', 'null', '..%2f..']) {
      expect(essence(await get(`${PROPOSALS}/${id}`))).toEqual(unknown);
    }
    const answers = [foreign, randomUUID()].map((id) =>
      as(sme, {
        method: 'PATCH',
        path: `${PROPOSALS}/${id}`,
        body: { title: 'mine' },
        headers: { 'if-match': '"1"' },
      }),
    );
    const [one, other] = (await Promise.all(answers)).map(essence);
    expect(one).toEqual(other);
  });

  it('spelt in other ways are held by the same guard', async () => {
    for (const path of [
      '/%61pi/v1/proposals',
      '/api/v1/%70roposals',
      '/api/v1/proposals?a=1',
      '/api/v1/me#x',
    ]) {
      expect([path, ...problem(await get(path, null))]).toEqual([path, 401, 'auth/unauthenticated']);
    }
  });

  it('too long for the server are answered with a problem document', async () => {
    const answer = await get(`${PROPOSALS}?${'state=draft&'.repeat(2_000)}`);
    expect(problem(answer)).toEqual([431, 'request/headers-too-large']);
  });
});

describe('who asks', () => {
  it('is not signed in: 401, whatever is sent as a token', async () => {
    const [header, payload] = sme.token.split('.');
    const unsigned = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');
    for (const authorization of [
      'Bearer',
      'Bearer x',
      `Basic ${sme.token}`,
      `Bearer ${header}.${payload}.`,
      `Bearer ${unsigned}.${payload}.`,
      `Bearer ${sme.token}x`,
    ]) {
      const answer = await as(null, { path: PROPOSALS, headers: { authorization } });
      expect(problem(answer)).toEqual([401, 'auth/unauthenticated']);
      expect(answer.headers['www-authenticate']).toBe('Bearer');
    }
  });

  it('has another role: 403, before anything is looked at', async () => {
    const answer = await post(PROPOSALS, { nonsense: true }, {}, consultant);
    expect(problem(answer)).toEqual([403, 'auth/permission-missing']);
  });

  it('names an organization that is unknown or not theirs: the same 403', async () => {
    const named = (id: string) => as(sme, { path: PROPOSALS, headers: { 'x-organization-id': id } });
    const unknown = await named(randomUUID());
    expect(problem(unknown)).toEqual([403, 'auth/not-a-member']);
    for (const id of [city.organizationId, 'x', ''])
      expect(essence(await named(id))).toEqual(essence(unknown));
    expect((await named(sme.organizationId.toUpperCase())).status).toBe(200);
  });
});

describe('signing in', () => {
  it('answers an unknown e-mail and a wrong password alike, and refuses to be asked for ever', async () => {
    const attempt = (email: string) =>
      post('/api/v1/auth/login', { email, password: 'not the password' }, {}, null);
    const { email } = account('Cat Trang Golf Resort');
    const [unknown, wrong] = [await attempt('nobody@example.org'), await attempt(email)];
    expect(problem(wrong)).toEqual([401, 'auth/invalid-credentials']);
    expect(essence(unknown)).toEqual(essence(wrong));
    const parallel = await Promise.all(Array.from({ length: 14 }, () => attempt(email.toUpperCase())));
    expect(parallel.filter(({ status }) => status === 401)).toHaveLength(9);
    const late = await attempt(email);
    expect(problem(late)).toEqual([429, 'auth/too-many-attempts']);
    expect(Number(late.headers['retry-after'])).toBeGreaterThan(0);
    expect((await ActorSession.signIn(url, account('Da Nang'))).token).toBeTruthy();
  });

  it('lets many in at once who know the password', async () => {
    const { email, password } = account('Ho Chi Minh City');
    const attempts = Array.from({ length: 40 }, () =>
      post('/api/v1/auth/login', { email, password }, {}, null),
    );
    expect(new Set((await Promise.all(attempts)).map(({ status }) => status))).toEqual(new Set([200]));
  });

  it('refuses what is no credential with 422', async () => {
    for (const body of [{}, { email: ['a'], password: 'b' }, { email: 'a', password: 'b'.repeat(2_000) }]) {
      expect((await post('/api/v1/auth/login', body, {}, null)).status).toBe(422);
    }
  });
});

describe('versions and states', () => {
  it('a change without If-Match gives 428, a stale one 412, one in the wrong state 409', async () => {
    const id = await draft();
    const change = (headers: Record<string, string>) =>
      as(sme, { method: 'PATCH', path: `${PROPOSALS}/${id}`, body: { title: 'New' }, headers });
    expect(problem(await change({}))).toEqual([428, 'request/if-match-required']);
    expect(problem(await change({ 'if-match': 'one' }))).toEqual([400, 'request/malformed-if-match']);
    expect((await change({ 'if-match': '"1"' })).headers.etag).toBe('"2"');
    expect(problem(await change({ 'if-match': '"1"' }))).toEqual([412, 'request/stale-version']);
    const put = { method: 'PUT', path: `/api/v1/organizations/${sme.organizationId}/profile` };
    expect((await as(sme, { ...put, body: { language: 'ko' } })).status).toBe(428);
    expect((await post(`${PROPOSALS}/${id}/submit`, undefined, { 'if-match': '"1"' })).status).toBe(412);
    expect((await post(`${PROPOSALS}/${id}/withdraw`)).status).toBe(409);
    expect((await post(`${PROPOSALS}/${id}/submit`)).status).toBe(200);
    expect((await post(`${PROPOSALS}/${id}/submit`)).status).toBe(409);
    expect(problem(await change({ 'if-match': '"3"' }))).toEqual([409, 'proposal/not-editable']);
    expect(
      problem(await post(`${PROPOSALS}/${await draft(sme, { title: 'a', language: 'en' })}/submit`)),
    ).toEqual([422, 'proposal/incomplete']);
  });

  it('let exactly one of many win', async () => {
    const id = await draft();
    const submissions = await Promise.all(
      Array.from({ length: 20 }, () => post(`${PROPOSALS}/${id}/submit`)),
    );
    expect(submissions.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(19).fill(409)]);

    const edited = await draft();
    const edits = Array.from({ length: 20 }, (_, index) =>
      as(sme, {
        method: 'PATCH',
        path: `${PROPOSALS}/${edited}`,
        body: { title: `Title ${index}` },
        headers: { 'if-match': '"1"' },
      }),
    );
    const statuses = (await Promise.all(edits)).map(({ status }) => status).sort();
    expect(statuses).toEqual([200, ...Array<number>(19).fill(412)]);
  });

  it('end an interest once, whoever asks for what at the same time', async () => {
    const { data } = await sme.api.GET('/api/v1/matches', { params: { query: { limit: 100 } } });
    const match = data?.items.find(
      ({ state, counterpart }) => state === 'suggested' && counterpart.id === city.organizationId,
    );
    const path = `/api/v1/matches/${match?.id}/interest`;
    const sent = await Promise.all(
      Array.from({ length: 10 }, () => post(path, { message: 'Shall we talk?' })),
    );
    expect(sent.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(9).fill(409)]);
    const interest = String(sent.find(({ status }) => status === 201)?.json.id);
    const verbs = ['accept', 'decline', 'accept', 'decline', 'accept'].map((verb) =>
      post(`/api/v1/interests/${interest}/${verb}`, undefined, {}, city),
    );
    const withdrawals = [0, 1].map(() => post(`/api/v1/interests/${interest}/withdraw`));
    const statuses = (await Promise.all([...verbs, ...withdrawals])).map(({ status }) => status).sort();
    expect(statuses).toEqual([200, ...Array<number>(6).fill(409)]);
    const rows = await system.database.query(`select from conversation where about_id = $1`, [match?.id]);
    expect(rows.length).toBeLessThanOrEqual(1);
  });
});

describe('an Idempotency-Key', () => {
  it('does its work once, gives the same answer again, and serves no other body', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const first = await post(PROPOSALS, DRAFT, headers);
    const again = await post(PROPOSALS, DRAFT, headers);
    expect([first.status, again.status, again.text]).toEqual([201, 201, first.text]);
    expect([first, again].map((answer) => answer.headers['idempotency-replayed'])).toEqual([
      undefined,
      'true',
    ]);
    expect(again.headers.etag).toBe(first.headers.etag);
    const other = await post(PROPOSALS, { ...DRAFT, title: 'Other' }, headers);
    expect(problem(other)).toEqual([422, 'idempotency/key-reused']);
    const theirs = await post(PROPOSALS, DRAFT, headers, rival);
    expect(theirs.json.id).not.toBe(first.json.id);
    for (const key of ['', 'a b', 'x'.repeat(256), 'ü']) {
      const answer = await post(PROPOSALS, DRAFT, { 'idempotency-key': key });
      expect(problem(answer)).toEqual([422, 'idempotency/invalid-key']);
    }
  });

  it('sent twenty times at once makes one row', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const title = `Once ${randomUUID()}`;
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => post(PROPOSALS, { ...DRAFT, title }, headers)),
    );
    for (const answer of answers) {
      if (answer.status === 201) continue;
      expect([...problem(answer), answer.headers['retry-after']]).toEqual([
        409,
        'idempotency/in-flight',
        '1',
      ]);
    }
    const last = await post(PROPOSALS, { ...DRAFT, title }, headers);
    expect([last.status, last.headers['idempotency-replayed']]).toEqual([201, 'true']);
    const rows = await system.database.query('select id from proposal where title = $1', [title]);
    expect(rows).toEqual([{ id: last.json.id }]);
  });
});

describe('a socket', () => {
  interface Outcome {
    socket?: Socket;
    code?: unknown;
  }

  const open = (options: object = {}): Promise<Outcome> => {
    const socket = io(url, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      auth: { token: sme.token },
      ...options,
    });
    sockets.push(socket);
    return new Promise((resolve) => {
      socket.once('connect', () => resolve({ socket }));
      socket.once('connect_error', (error: Error & { data?: { code?: unknown } }) =>
        resolve({ code: error.data?.code ?? 'no answer' }),
      );
    });
  };

  it('is refused with a code when the token, the organization or the page is wrong', async () => {
    const auth = (fields: object) => open({ auth: fields }).then(({ code }) => code);
    expect(await auth({})).toBe('auth/unauthenticated');
    expect(await auth({ token: ['x'] })).toBe('auth/unauthenticated');
    expect(await auth({ token: `${sme.token}x` })).toBe('auth/unauthenticated');
    expect(await auth({ token: sme.token, organizationId: randomUUID() })).toBe('auth/not-a-member');
    expect(await auth({ token: sme.token, organizationId: city.organizationId })).toBe('auth/not-a-member');
    for (const origin of ['http://evil.example', 'null', `${url}.evil.example`, 'http://localhost']) {
      for (const transports of [['websocket'], ['polling']]) {
        expect((await open({ extraHeaders: { origin }, transports })).code).toBe('no answer');
      }
    }
    expect((await open()).socket).toBeDefined();
    expect((await open({ extraHeaders: { origin: url } })).socket).toBeDefined();
  });

  it('answers bad events with codes and stays open', async () => {
    const { socket } = await open();
    const ask = async (
      name: string,
      ...rest: unknown[]
    ): Promise<{ error?: { code?: string; errors?: unknown[] } }> =>
      (await socket?.timeout(5_000).emitWithAck(name, ...rest)) as { error?: { code?: string } };
    const name = 'messaging.post-message';
    const message = { conversationId: randomUUID(), clientMessageId: 'a', body: 'a' };
    expect((await ask('no.such-event', {})).error?.code).toBe('realtime/unknown-event');
    expect((await ask('__proto__', {})).error?.code).toBe('realtime/unknown-event');
    for (const request of [
      null,
      'text',
      [],
      {},
      Buffer.from('abc'),
      { ...message, body: 7 },
      { ...message, body: '' },
      { ...message, body: 'a\u0000b' },
      { ...message, body: 'a\ud800b' },
      { ...message, body: 'a'.repeat(8_001) },
      { ...message, clientMessageId: 'a b' },
      { ...message, surprise: 1 },
    ]) {
      const { error } = await ask(name, request);
      expect([request, error?.code]).toEqual([request, 'request/invalid']);
      expect(error?.errors?.length).toBeLessThanOrEqual(3);
    }
    for (const conversationId of [randomUUID(), 'x', '\u0000']) {
      expect((await ask(name, { ...message, conversationId })).error?.code).toBe('request/not-found');
    }
    expect(socket?.connected).toBe(true);
  });

  it.each([
    ['a frame of more than 64 KiB', `2["messaging.post-message",{"body":"${'x'.repeat(70_000)}"}]`],
    ['a packet that cannot be read', '2{"no'],
    ['deep nesting', `2["messaging.post-message",${'['.repeat(30_000)}${']'.repeat(30_000)}]`],
    ['attachments that never come', '599999-["messaging.post-message",{"_placeholder":true,"num":0}]'],
  ])('that sends %s harms nobody else', async (_, packet) => {
    const { socket } = await open();
    // Below the client, which would not send such a thing.
    socket?.io.engine.write(packet);
    const healthy = await open();
    expect(healthy.socket?.connected).toBe(true);
    expect((await get('/livez', null)).status).toBe(200);
  });

  it('ends with the session, at once', async () => {
    const leaving = await signIn('Busan');
    const { socket } = await leaving.openSocket();
    const told = new Promise((resolve) => socket.once('session.ended', resolve));
    const closed = new Promise((resolve) => socket.once('disconnect', resolve));
    expect((await post('/api/v1/auth/logout', undefined, {}, leaving)).status).toBe(204);
    expect(await told).toEqual({ reason: 'signed-out' });
    await closed;
    expect((await get('/api/v1/me', leaving)).status).toBe(401);
    leaving.close();
  });
});

describe('what is left behind', () => {
  it('a barrage of refusals writes nothing', async () => {
    const kept = await post(PROPOSALS, DRAFT, {}, rival);
    const foreign = String(kept.json.id);
    expect((await tracesOf(system.database, [kept])).length).toBeGreaterThan(0);
    const before = await rowCounts(system.database);
    const match = await matchOf(sme);
    const barrage = [
      postRaw('{"title":'),
      postRaw('{"title":"\\u0000","language":"en"}'),
      post(PROPOSALS, { ...DRAFT, themes: ['thm.nonsense'] }, { 'idempotency-key': randomUUID() }),
      post(PROPOSALS, { ...DRAFT, surprise: 1 }),
      post(`${PROPOSALS}/${foreign}/submit`),
      post(`${PROPOSALS}/${foreign}/withdraw`, undefined, {}, rival),
      post(`${PROPOSALS}/${randomUUID()}/submit`, undefined, { 'idempotency-key': randomUUID() }),
      post(`/api/v1/matches/${match}/interest`, { message: '' }),
      post(`/api/v1/matches/${match}/interest`, { message: 'Hello' }, { 'if-match': '"999"' }),
      post(`/api/v1/matches/${match}/interest`, { message: 'Hello' }, {}, rival),
      post(`/api/v1/matches/${match}/dismiss`, { reason: 'no such reason' }),
      post(`/api/v1/conversations/${randomUUID()}/messages`, { clientMessageId: 'a', body: 'a' }),
      post('/api/v1/auth/register', { email: 'x', password: 'y' }, {}, null),
    ];
    const answers = await Promise.all(barrage);
    for (const answer of answers) expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(await rowCounts(system.database)).toEqual(before);
    expect(await tracesOf(system.database, answers)).toEqual([]);
  });

  it('every change of a state has its audit line in its own transaction, and every announcement too', async () => {
    const stateful = ['proposal', 'opportunity', 'consulting_request', 'interest'];
    for (const table of stateful) {
      const [row] = await system.database.query(
        `select count(*)::int as rows, count(*) filter (where not exists (
           select from audit_entry a where a.entity_id = t.id and a.xid = t.changed_xid))::int as unaudited
         from ${table} t`,
      );
      expect([table, row]).toEqual([table, { rows: expect.any(Number), unaudited: 0 }]);
      expect(row?.rows).toBeGreaterThan(0);
    }
    const [announced] = await system.database.query(
      `select count(*)::int as unaudited from outbox_event e
       where e.type in ('proposal.submitted', 'proposal.withdrawn', 'interest.sent', 'interest.accepted',
                        'interest.declined', 'opportunity.published', 'consulting-request.submitted')
         and not exists (select from audit_entry a
                         where a.entity_id = e.aggregate_id and a.request_id = e.request_id)`,
    );
    expect(announced).toEqual({ unaudited: 0 });
    const [frozen] = await system.database.query(
      `select count(*)::int as missing from audit_entry a
       where a.action = 'proposal.submit' and (
         not exists (select from proposal_version v where v.proposal_id = a.entity_id) or
         not exists (select from outbox_event e where e.aggregate_id = a.entity_id and e.type = 'proposal.submitted'))`,
    );
    expect(frozen).toEqual({ missing: 0 });
  });
});
