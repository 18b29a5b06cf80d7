import { randomUUID } from 'node:crypto';
import { ActorSession } from '../support/actor-session.js';
import { CALLS, exampleBody, neededQuery, pathOf, takesHeader, takesQuery } from '../support/api-calls.js';
import { heavyPng } from '../support/file-samples.js';
import { essence, type RawAnswer, sendRaw } from '../support/raw-http.js';
import { accountOf, type DemoAccount, type RunningSystem, startSystem } from '../support/running-system.js';
import { waitFor } from '../support/wait.js';

/**
 * The owner of an ordinary SME who means no good, with two api processes to play against each other: what the access
 * matrix does not ask, because it takes knowledge of how things work.
 */
let system: RunningSystem;
let attacker: ActorSession;
let victim: ActorSession;
let city: ActorSession;

jest.setTimeout(60_000);

beforeAll(async () => {
  // So few connections that a transaction which asks for a second one soon waits for itself.
  system = await startSystem({ apis: 2, settings: { DATABASE_POOL_MAX: '2' } });
  attacker = await signIn('Badaon Lab');
  victim = await signIn('Saigon La Me Events');
  city = await signIn('Da Nang');
  await waitFor('the demo to be matched', async () => (await suggested()).length > 3, {
    timeoutMs: 90_000,
    dump: () => system.logs(),
  });
}, 300_000);

afterAll(async () => {
  for (const session of [attacker, victim, city]) session?.close();
  await system?.stop();
}, 300_000);

const urlOf = (api: number): string => system.apis[api % 2]?.url ?? '';
const signIn = (organization: string): Promise<ActorSession> =>
  ActorSession.signIn(urlOf(0), accountOf(organization, system.accounts));

interface Asked {
  readonly by?: ActorSession | null;
  readonly body?: unknown;
  readonly raw?: Buffer;
  readonly headers?: Record<string, string>;
  /** Which process is asked. */
  readonly api?: number;
}

function ask(method: string, path: string, asked: Asked = {}): Promise<RawAnswer> {
  const { by = attacker, body, raw, headers = {}, api = 0 } = asked;
  const signed: Record<string, string> = by ? { authorization: `Bearer ${by.token}` } : {};
  return sendRaw(urlOf(api), {
    ...{ method, path: `/api/v1${path}`, headers: { ...signed, ...headers } },
    ...(body !== undefined && { body }),
    ...(raw && { raw }),
  });
}

async function made(path: string, body: object, by = attacker): Promise<string> {
  const { status, json, text } = await ask('POST', path, { by, body });
  if (status >= 300) throw new Error(`POST ${path}: ${status} ${text}`);
  return String(json.id);
}

/** The same request so many times at the same moment, in turns at both processes; the answers. */
const race = (times: number, request: (api: number, number: number) => Promise<RawAnswer>) =>
  Promise.all(Array.from({ length: times }, (_, number) => request(number % 2, number)));
const statuses = (answers: readonly RawAnswer[]): number[] => answers.map(({ status }) => status).sort();
const ifMatch = (version: unknown) => ({ 'if-match': `"${String(version)}"` });

/** Matches of the attacker that nobody has said anything about. */
async function suggested(): Promise<string[]> {
  const { items } = (await ask('GET', '/matches?limit=100&state=suggested')).json;
  return items?.map(({ id }) => String(id)) ?? [];
}
const count = async (text: string, ...values: unknown[]): Promise<number> =>
  (await system.database.query<{ n: number }>(`select count(*)::int as n from ${text}`, values))[0]?.n ?? -1;

/** Somebody who registered and confirmed. */
async function registered(name: string): Promise<{ account: DemoAccount; session: ActorSession }> {
  const account = { role: '', organization: '', email: `${name}@example.org`, password: randomUUID() };
  const body = { email: account.email, password: account.password, displayName: name };
  await ask('POST', '/auth/register', { by: null, body });
  await system.database.query(`update account set state = 'active', confirmed_at = now() where email = $1`, [
    account.email,
  ]);
  return { account, session: await ActorSession.signIn(urlOf(0), account) };
}

describe('cursors', () => {
  const LISTS = CALLS.filter(
    (call) => call.method === 'GET' && call.ids.length === 0 && takesQuery(call, 'cursor'),
  );

  /** Lists that are the same for everybody, and so are their places. */
  const ONE_FOR_ALL = ['listOrganizations', 'searchCaseLibrary'];

  it.each(LISTS.map((call) => [call.operationId, call] as const))(
    '%s takes none that was altered, made up, of another list or of somebody else',
    async (operationId, call) => {
      const path = call.path.replace('/api/v1', '') + (neededQuery(call) || '?');
      const refused = async (cursor: string, by = attacker) => {
        const answer = await ask('GET', `${path}&limit=1&cursor=${encodeURIComponent(cursor)}`, { by });
        expect([cursor, answer.status, answer.json.code]).toEqual([cursor, 422, 'request/invalid-cursor']);
      };
      const [own, theirs] = await Promise.all(
        [attacker, victim].map(async (by) => (await ask('GET', `${path}&limit=1`, { by })).json.nextCursor),
      );
      // What is for the secretariat alone asks for no cursor before it refuses.
      if ((await ask('GET', path)).status === 403) return;
      const forged = Buffer.from(JSON.stringify([randomUUID()])).toString('base64url');
      await refused(forged);
      await refused(`${forged}.${forged}`);
      if (own) {
        const middle = Math.floor(own.length / 2);
        for (const place of [0, middle, own.length - 2]) {
          const other = own[place] === 'A' ? 'B' : 'A';
          await refused(own.slice(0, place) + other + own.slice(place + 1));
        }
        await refused(own.slice(0, -4));
        const elsewhere = operationId === 'listProposals' ? '/notices' : '/proposals';
        const answer = await ask('GET', `${elsewhere}?cursor=${own}`);
        expect([answer.status, answer.json.code]).toEqual([422, 'request/invalid-cursor']);
      }
      if (theirs && !ONE_FOR_ALL.includes(operationId)) await refused(theirs);
    },
  );
});

describe('versions', () => {
  it('let one of many writers through, whichever process they ask', async () => {
    const own = attacker.organizationId;
    const draft = { title: 'Night walks', language: 'en' };
    const rows: [string, object, string?][] = [
      [`/proposals/${await made('/proposals', draft)}`, { title: 'Night runs' }],
      [`/consulting-requests/${await made('/consulting-requests', draft)}`, { title: 'Night runs' }],
      [`/opportunities/${await made('/opportunities', draft)}`, { title: 'Night runs' }],
      [`/shortlists/${await made('/shortlists', { name: 'Partners' })}`, { name: 'Friends' }],
      [
        `/saved-searches/${await made('/saved-searches', { name: 'Golf', query: { q: 'golf' } })}`,
        { name: 'Tee' },
      ],
      [`/organizations/${own}`, { website: 'https://example.org' }],
      [`/organizations/${own}/profile`, { capacity: { groupsPerMonth: 7 } }],
      ['/me', { displayName: 'Somebody else' }],
    ];
    for (const [path, body] of rows) {
      const { json } = await ask('GET', path);
      const headers = ifMatch(json.version);
      const answers = await race(6, (api) => ask('PATCH', path, { body, headers, api }));
      expect([path, statuses(answers)]).toEqual([path, [200, 412, 412, 412, 412, 412]]);
      expect((await ask('GET', path)).json.version).toBe(Number(json.version) + 1);
      expect([path, (await ask('PATCH', path, { body })).status]).toEqual([path, 428]);
      for (const header of ['*', '"0"', `W/"${String(json.version)}"`, '"1", "2", "3", "4"', 'x'])
        expect([400, 412, 428]).toContain(
          (await ask('PATCH', path, { body, headers: { 'if-match': header } })).status,
        );
    }
  });
});

describe('two at once', () => {
  it('submit and withdraw a proposal once', async () => {
    const id = await made('/proposals', {
      title: 'Walks',
      language: 'en',
      summary: 'Walks by night with music.',
    });
    const submitted = await race(6, (api) => ask('POST', `/proposals/${id}/submit`, { api }));
    expect(statuses(submitted)).toEqual([200, 409, 409, 409, 409, 409]);
    expect(await count('proposal_version where proposal_id = $1', id)).toBe(1);
    const withdrawn = await race(6, (api) => ask('POST', `/proposals/${id}/withdraw`, { api }));
    expect(statuses(withdrawn)).toEqual([200, 409, 409, 409, 409, 409]);
    expect(await count(`outbox_event where aggregate_id = $1 and type = 'proposal.withdrawn'`, id)).toBe(1);
  });

  it('send one interest, and both answers to it are one answer', async () => {
    const { items } = (await ask('GET', '/matches?limit=100&state=suggested')).json;
    const match = items?.find(
      ({ counterpart }) => (counterpart as { id: string }).id === city.organizationId,
    );
    if (!match) throw new Error('No match with Da Nang.');
    const sent = await race(6, (api, number) =>
      ask('POST', `/matches/${String(match.id)}/interest`, { api, body: { message: `Hello ${number}` } }),
    );
    expect(statuses(sent)).toEqual([201, 409, 409, 409, 409, 409]);
    const interest = String(sent.find(({ status }) => status === 201)?.json.id);
    // Its sender cannot accept it for the receiver.
    expect((await ask('POST', `/interests/${interest}/accept`)).status).toBeGreaterThanOrEqual(400);
    const answers = await race(6, (api, number) =>
      number % 3 === 2
        ? ask('POST', `/interests/${interest}/withdraw`, { api })
        : ask('POST', `/interests/${interest}/${number % 3 === 0 ? 'accept' : 'decline'}`, {
            api,
            by: city,
            ...(number % 3 === 1 && { body: {} }),
          }),
    );
    const [{ state } = { state: '' }] = await system.database.query<{ state: string }>(
      'select state from interest where id = $1',
      [interest],
    );
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(1);
    expect(['accepted', 'declined', 'withdrawn']).toContain(state);
    expect(await count(`audit_entry where entity_id = $1 and from_state is not null`, interest)).toBe(1);
    expect(await count('conversation where about_id = any($1)', [interest, match.id])).toBe(
      state === 'accepted' ? 1 : 0,
    );
  });

  it('take an invitation once, and only who was invited', async () => {
    const { account, session } = await registered('guest');
    const other = await registered('thief');
    const organization = victim.organizationId;
    const id = await made(
      `/organizations/${organization}/invitations`,
      { email: account.email, role: 'viewer' },
      victim,
    );
    const stolen = await ask('POST', `/invitations/${id}/accept`, { by: other.session });
    expect(essence(stolen)).toEqual(
      essence(await ask('POST', `/invitations/${randomUUID()}/accept`, { by: other.session })),
    );
    expect(stolen.status).toBe(404);
    const taken = await race(6, (api) => ask('POST', `/invitations/${id}/accept`, { api, by: session }));
    expect(taken.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(
      statuses(taken)
        .slice(1)
        .every((status) => status >= 400 && status < 500),
    ).toBe(true);
    expect(
      await count('membership where organization_id = $1 and person_id = $2', organization, session.personId),
    ).toBe(1);
    // A viewer makes nobody more than they are, themselves least of all.
    for (const role of ['owner', 'editor'])
      expect(
        (
          await ask('PATCH', `/organizations/${organization}/members/${session.personId}`, {
            by: session,
            body: { role },
            headers: ifMatch(1),
          })
        ).status,
      ).toBe(403);
    expect(
      (
        await ask('POST', `/organizations/${organization}/invitations`, {
          by: session,
          body: { email: 'x@example.org', role: 'owner' },
        })
      ).status,
    ).toBe(403);
  });
});

describe('what is not one’s own', () => {
  it('is not acted for: a foreign organization is as unknown as a random one', async () => {
    for (const [method, path] of [
      ['GET', '/proposals'],
      ['POST', '/proposals'],
      ['GET', '/me/first-run'],
    ] as const) {
      const answers = await Promise.all(
        [victim.organizationId, randomUUID()].map((id) =>
          ask(method, path, {
            headers: { 'x-organization-id': id },
            ...(method === 'POST' && { body: { title: 'a', language: 'en' } }),
          }),
        ),
      );
      const [foreign, random] = answers.map(essence);
      expect(foreign).toEqual(random);
      expect(answers[0]?.status).toBe(403);
    }
    for (const id of [victim.organizationId, randomUUID(), 'x', '']) {
      const opened = attacker.openSocket(id === '' ? attacker.organizationId : id).then(
        () => 'open',
        (error: Error) => error.message,
      );
      expect(await opened).toBe(id === '' ? 'open' : 'auth/not-a-member');
    }
  });

  it('is not written to by fields that nobody asked for', async () => {
    const tries: [string, string, object][] = [
      ['POST', '/proposals', { organizationId: victim.organizationId }],
      ['POST', '/proposals', { state: 'submitted' }],
      ['POST', '/proposals', { id: randomUUID() }],
      ['POST', '/proposals', { createdBy: victim.personId }],
      ['PATCH', `/organizations/${attacker.organizationId}`, { state: 'active' }],
      ['PATCH', `/organizations/${attacker.organizationId}`, { kind: 'secretariat' }],
      ['PATCH', `/organizations/${attacker.organizationId}`, { tpoMembership: 'industry_member' }],
      ['PATCH', `/organizations/${attacker.organizationId}`, { slug: 'busan' }],
      ['PATCH', '/me', { email: 'a@example.org' }],
      ['PATCH', '/me', { id: victim.personId }],
      ['POST', '/memberships', { state: 'active' }],
      ['POST', '/memberships', { organizationId: victim.organizationId }],
      ['POST', '/membership-applications', { state: 'admitted' }],
      ['POST', '/opportunities', { state: 'published' }],
    ];
    const rest = { title: 'a', language: 'en', statement: 'b', kind: 'sme', name: 'c', country: 'VN' };
    for (const [method, path, field] of tries) {
      const [name = ''] = Object.keys(field);
      const body = method === 'POST' ? { ...rest, ...field } : field;
      const answer = await ask(method, path, { body, headers: ifMatch(1) });
      expect([path, answer.status]).toEqual([path, 422]);
      expect(answer.json.errors).toContainEqual(
        expect.objectContaining({ pointer: `/${name}`, code: 'field/unknown' }),
      );
    }
  });

  it('is not learnt by a key somebody else has used', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const body = { title: 'The victim’s own idea', language: 'en' };
    const [first, again, mine] = [
      await ask('POST', '/proposals', { by: victim, body, headers: key }),
      await ask('POST', '/proposals', { by: victim, body, headers: key, api: 1 }),
      await ask('POST', '/proposals', { body, headers: key, api: 1 }),
    ];
    expect([first.status, again.status, mine.status]).toEqual([201, 201, 201]);
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(again.json.id).toBe(first.json.id);
    expect(mine.headers['idempotency-replayed']).toBeUndefined();
    expect(mine.json.id).not.toBe(first.json.id);
  });

  it('is not attached: a foreign file is as unusable as a random one', async () => {
    const foreign = [
      await uploaded(victim, 'profile-picture'),
      await uploaded(victim, 'registration-document'),
    ];
    const wrongPurpose = await uploaded(attacker, 'registration-document');
    const path = `/organizations/${attacker.organizationId}/profile/entries`;
    const entry = (fileId: string) => ({ kind: 'picture', language: 'en', title: 'Our hall', fileId });
    const random = await ask('POST', path, { body: entry(randomUUID()) });
    expect([random.status, random.json.code]).toEqual([422, 'file/unusable']);
    for (const file of [...foreign, wrongPurpose])
      expect(essence(await ask('POST', path, { body: entry(file) }))).toEqual(essence(random));
    expect(await count(`file where id = any($1) and owner_id is not null`, [...foreign, wrongPurpose])).toBe(
      0,
    );
  });

  it('is not fetched by links that were altered', async () => {
    const [theirs, own] = [
      await uploaded(victim, 'profile-picture'),
      await uploaded(attacker, 'profile-picture'),
    ];
    const link = (await ask('GET', `/files/${own}`)).json.link as { url: string };
    const ticket = new URL(link.url, urlOf(0)).searchParams.get('ticket') ?? '';
    const [holder = '', signature = ''] = ticket.split('.');
    const claims = Buffer.from(holder, 'base64url').toString().split('.');
    const forged = (place: number, value: string): string =>
      Buffer.from(claims.map((claim, index) => (index === place ? value : claim)).join('.')).toString(
        'base64url',
      );
    const tickets = [
      [theirs, ticket],
      [theirs, `${forged(0, victim.personId)}.${signature}`],
      [own, `${forged(3, String(Date.now() + 1e9))}.${signature}`],
      [own, `${holder}.${'A'.repeat(signature.length)}`],
      [own, `${holder}.`],
      [own, holder],
      [own, '.'],
      [randomUUID(), ticket],
    ] as const;
    for (const [id, each] of tickets) {
      const answer = await ask('GET', `/files/${id}/content?ticket=${each}`, { by: null });
      expect([each, answer.status, answer.json.code]).toEqual([each, 403, 'file/link-invalid']);
    }
    expect((await ask('GET', `/files/${own}/content?ticket=${ticket}`, { by: null, api: 1 })).status).toBe(
      200,
    );
    expect(
      (await ask('GET', `/files/${own}/content?ticket=${ticket}&width=../../x`, { by: null })).status,
    ).toBe(422);
  });

  it('is not read by the words of it, of whatever was never shown', async () => {
    const word = `zxq${randomUUID().slice(0, 8)}`;
    await made('/proposals', { title: `${word} draft`, language: 'en', summary: word }, victim);
    await made('/opportunities', { title: `${word} call`, language: 'en', text: word }, victim);
    await made('/shortlists', { name: word, note: word }, victim);
    const { session } = await registered('newcomer');
    const begun = { kind: 'sme', name: `${word} tours`, country: 'VN', language: 'en' };
    await made('/membership-applications', begun, session);
    for (const path of [
      '/directory',
      '/directory/map',
      '/directory/export',
      '/directory/suggestions',
      '/organizations',
      '/opportunities',
    ]) {
      const query = path === '/opportunities' ? '' : `?q=${word}`;
      const answer = await ask('GET', `${path}${query}`);
      expect([path, answer.status]).toEqual([path, 200]);
      expect([path, answer.text.includes(word)]).toEqual([path, false]);
    }
  });
});

describe('many at once', () => {
  const ENDS_THE_SESSION = ['logout'];
  const OPERATIONS = CALLS.filter(({ operationId }) => !ENDS_THE_SESSION.includes(operationId));

  it.each(OPERATIONS.map((call) => [call.operationId, call] as const))(
    '%s keeps no connection from others',
    async (_, call) => {
      const path = pathOf(
        call,
        call.ids.map(() => randomUUID()),
      ).replace('/api/v1', '');
      const body = exampleBody(call);
      const headers = takesHeader(call, 'If-Match') ? ifMatch(1) : {};
      const answers = await Promise.all(
        Array.from({ length: 5 }, () =>
          ask(call.method, path, { headers, ...(body !== undefined && { body }) }),
        ),
      );
      expect(answers.filter(({ status }) => status >= 500).map(({ text }) => text)).toEqual([]);
    },
  );
});

describe('doors', () => {
  it('answer the same for addresses and links that are known and that are not', async () => {
    const { email } = accountOf('Saigon La Me Events', system.accounts);
    const unknown = 'nobody-at-all@example.org';
    const pairs: [string, (address: string) => object][] = [
      ['/auth/login', (address) => ({ email: address, password: 'not the right one' })],
      ['/auth/password-reset', (address) => ({ email: address })],
      ['/auth/register', (address) => ({ email: address, password: 'long enough 12345', displayName: 'A' })],
    ];
    for (const [path, body] of pairs) {
      if (!CALLS.some((call) => call.path === `/api/v1${path}`)) throw new Error(`${path} is gone.`);
      const [known, other] = await Promise.all(
        [email, unknown].map((address) => ask('POST', path, { by: null, body: body(address) })),
      );
      if (!known || !other) throw new Error('No answer.');
      expect([path, essence(known)]).toEqual([path, essence(other)]);
    }
  });
});

async function uploaded(by: ActorSession, purpose: string): Promise<string> {
  const bytes = heavyPng({ width: 40, height: 30 });
  const base64 = (text: string): string => Buffer.from(text).toString('base64');
  const tus = { 'tus-resumable': '1.0.0' };
  const begun = await ask('POST', '/files/uploads', {
    by,
    headers: {
      ...tus,
      'upload-length': String(bytes.length),
      'upload-metadata': `purpose ${base64(purpose)},filename ${base64('a.png')}`,
    },
  });
  const headers = { ...tus, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' };
  const sent = await ask('PATCH', `/files/uploads/${String(begun.json.id)}`, { by, raw: bytes, headers });
  if (sent.status !== 204) throw new Error(`Uploading: ${sent.status} ${sent.text}`);
  return String(begun.json.id);
}
