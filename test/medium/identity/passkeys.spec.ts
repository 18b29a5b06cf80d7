import { Authenticator, type Flaws } from '../../support/authenticator.js';
import { testDatabase, type TestDatabase } from '../../support/test-database.js';
import { type Answer, Network, PASSWORD, type SignedIn } from './network.js';

const ORIGIN = 'http://localhost:3000';
const PER_PERSON = 6;
const PER_ADDRESS = 9;

let database: TestDatabase;
let network: Network;

beforeAll(async () => {
  database = await testDatabase();
  network = await Network.start(
    database.config({
      PUBLIC_URL: ORIGIN,
      LOGIN_FAILURES_PER_ACCOUNT: String(PER_PERSON),
      LOGIN_FAILURES_PER_ADDRESS: String(PER_ADDRESS),
    }),
  );
});
beforeEach(async () => {
  await database.query('delete from failure_count');
});
afterAll(async () => {
  await network?.stop();
  await database?.drop();
});

interface Question {
  readonly challengeId: string;
  readonly challenge: string;
  readonly options: { readonly excludeCredentials?: object[]; readonly allowCredentials?: object[] };
}

const post = (url: string, body: object, token?: string, headers?: Record<string, string>) =>
  network.send(url, { body, ...(token !== undefined && { token }), ...(headers && { headers }) });
const codeOf = ({ status, body }: Answer) => body.code ?? status;

async function ask(url: string, body: object = {}, token?: string): Promise<Question> {
  const answer = await post(url, body, token);
  expect([answer.status, answer.body]).toMatchObject([200, { challengeId: expect.any(String) }]);
  const { challengeId, options } = answer.body as unknown as Omit<Question, 'challenge'>;
  const { challenge } = options as { challenge?: string };
  return { challengeId, options, challenge: challenge ?? '' };
}

const offer = ({ token }: SignedIn) => ask('/passkeys/options', {}, token);

async function add(person: SignedIn, key = new Authenticator(ORIGIN), flaws: Flaws = {}): Promise<Answer> {
  const { challengeId, challenge } = await offer(person);
  const response = key.register(challenge, flaws);
  return post('/passkeys', { name: 'Laptop', challengeId, response }, person.token);
}

interface Holder extends SignedIn {
  readonly key: Authenticator;
  readonly passkey: { readonly id: string; readonly version: number };
}

async function holder(): Promise<Holder> {
  const person = await network.signedIn();
  const key = new Authenticator(ORIGIN);
  const { status, body } = await add(person, key);
  expect(status).toBe(201);
  return { ...person, key, passkey: body.passkey as unknown as Holder['passkey'] };
}

async function signIn(key: Authenticator, flaws: Flaws = {}): Promise<Answer> {
  const { challengeId, challenge } = await ask('/auth/passkey/options');
  return post('/auth/passkey', { challengeId, response: key.sign(challenge, flaws) });
}

describe('a passkey', () => {
  it('is added with recovery codes, the first time, and opens the account alone', async () => {
    const person = await network.signedIn();
    const key = new Authenticator(ORIGIN);
    const added = await add(person, key);
    expect(added.body).toMatchObject({ passkey: { name: 'Laptop', lastUsedAt: null } });
    expect(added.body.recoveryCodes).toHaveLength(10);
    expect((await add(person)).body.recoveryCodes).toEqual([]);
    const answer = await signIn(key);
    expect([answer.status, answer.cookie?.length]).toEqual([200, 43]);
    const me = await network.send('/me', { token: answer.body.accessToken ?? '' });
    expect(me.body.email).toBe(person.email);
    const { body } = await network.send('/passkeys', { token: person.token });
    expect(body.items).toMatchObject([
      { name: 'Laptop', lastUsedAt: expect.any(String) },
      { lastUsedAt: null },
    ]);
  });

  it('of the same device is known and not offered again', async () => {
    const person = await holder();
    const { options } = await offer(person);
    expect(options.excludeCredentials).toHaveLength(1);
    expect(codeOf(await add(person, person.key))).toBe('passkey/refused');
  });

  it('belongs to its person: nobody else adds, renames or removes it', async () => {
    const [one, other] = [await holder(), await holder()];
    const stranger = { 'if-match': `"${one.passkey.version}"` };
    const send = (method: 'PATCH' | 'DELETE', id: string, token: string, body?: object) =>
      network.send(`/passkeys/${id}`, { method, token, headers: stranger, ...(body && { body }) });
    const random = '01890000-0000-7000-8000-000000000001';
    for (const id of [one.passkey.id, random]) {
      expect((await send('PATCH', id, other.token, { name: 'Mine' })).status).toBe(404);
      expect((await send('DELETE', id, other.token)).status).toBe(404);
    }
    expect((await add(other, one.key)).body.code).toBe('passkey/refused');
    expect((await send('PATCH', one.passkey.id, one.token, { name: 'Phone' })).body.name).toBe('Phone');
    expect((await send('DELETE', one.passkey.id, one.token)).status).toBe(412);
  });

  it('that was removed opens nothing, and the last one takes the recovery codes with it', async () => {
    const person = await holder();
    const headers = { 'if-match': `"${person.passkey.version}"` };
    const remove = () =>
      network.send(`/passkeys/${person.passkey.id}`, { method: 'DELETE', token: person.token, headers });
    await database.query(
      `update session set proven_at = now() - interval '11 minutes' where person_id = $1`,
      [person.personId],
    );
    expect(codeOf(await remove())).toBe('auth/proof-required');
    await post('/account/proof', { password: PASSWORD }, person.token);
    expect((await remove()).status).toBe(204);
    expect(codeOf(await signIn(person.key))).toBe('auth/passkey-unknown');
    const { body } = await network.send('/account/security', { token: person.token });
    expect(body).toMatchObject({ passkeys: 0, recoveryCodes: 0 });
    expect((await network.signIn(person.email)).status).toBe(200);
  });

  it('needs a fresh proof to be added, when it is asked for and when it comes', async () => {
    const person = await network.signedIn();
    const { challengeId, challenge } = await offer(person);
    await database.query(
      `update session set proven_at = now() - interval '11 minutes' where person_id = $1`,
      [person.personId],
    );
    expect(codeOf(await post('/passkeys/options', {}, person.token))).toBe('auth/proof-required');
    const response = new Authenticator(ORIGIN).register(challenge);
    expect(codeOf(await post('/passkeys', { name: 'Late', challengeId, response }, person.token))).toBe(
      'auth/proof-required',
    );
  });

  it('is the tenth at most, also when the eleventh was offered before', async () => {
    const person = await network.signedIn();
    const early = [await offer(person), await offer(person)];
    for (let count = 1; count <= 9; count += 1) expect((await add(person)).status).toBe(201);
    const answers = await Promise.all(
      early.map(({ challengeId, challenge }) =>
        post(
          '/passkeys',
          { name: 'Late', challengeId, response: new Authenticator(ORIGIN).register(challenge) },
          person.token,
        ),
      ),
    );
    expect(answers.map(codeOf).sort()).toEqual([201, 'passkey/too-many']);
    expect(codeOf(await post('/passkeys/options', {}, person.token))).toBe('passkey/too-many');
  });
});

describe('what an authenticator says', () => {
  const FLAWS: [string, Flaws][] = [
    ['from another origin', { origin: 'http://localhost:3001' }],
    ['from a page of another site', { origin: 'https://evil.example' }],
    ['for another relying party', { relyingParty: 'evil.example' }],
    ['without having been unlocked', { unverified: true }],
    ['to another challenge', { challenge: Buffer.alloc(32).toString('base64url') }],
  ];

  it.each(FLAWS)('%s makes no passkey and opens nothing', async (_, flaws) => {
    const person = await holder();
    expect(codeOf(await add(person, new Authenticator(ORIGIN), flaws))).toBe('passkey/refused');
    expect(codeOf(await signIn(person.key, flaws))).toBe('auth/passkey-unknown');
    expect((await signIn(person.key)).status).toBe(200);
  });

  it('must be signed by the key that was registered', async () => {
    const [one, other] = [await holder(), await holder()];
    const { challengeId, challenge } = await ask('/auth/passkey/options');
    const forged = { ...other.key.sign(challenge), ...idOf(one.key.sign(challenge)) };
    expect(codeOf(await post('/auth/passkey', { challengeId, response: forged }))).toBe(
      'auth/passkey-unknown',
    );
  });

  it('may not count backwards: then its key was copied', async () => {
    const { key } = await holder();
    expect((await signIn(key, { counter: 9 })).status).toBe(200);
    for (const counter of [9, 4, 0])
      expect(codeOf(await signIn(key, { counter }))).toBe('auth/passkey-unknown');
    expect((await signIn(key, { counter: 10 })).status).toBe(200);
  });

  it('may be anything at all without harm', async () => {
    const person = await network.signedIn();
    const junk = [{}, { id: 7 }, { id: 'x'.repeat(5_000) }, { id: 'a', response: null }];
    for (const response of junk) {
      const { challengeId } = await ask('/auth/passkey/options');
      expect(codeOf(await post('/auth/passkey', { challengeId, response }))).toBe('auth/passkey-unknown');
      const { challengeId: own } = await offer(person);
      const answer = await post('/passkeys', { name: 'Junk', challengeId: own, response }, person.token);
      expect(codeOf(answer)).toBe('passkey/refused');
    }
  });
});

describe('a challenge', () => {
  it('is good for one answer, right or wrong', async () => {
    const { key } = await holder();
    const right = await ask('/auth/passkey/options');
    const answer = { challengeId: right.challengeId, response: key.sign(right.challenge) };
    expect((await post('/auth/passkey', answer)).status).toBe(200);
    expect(codeOf(await post('/auth/passkey', answer))).toBe('auth/passkey-unknown');
    const wrong = await ask('/auth/passkey/options');
    const { challengeId, challenge } = wrong;
    await post('/auth/passkey', { challengeId, response: key.sign(challenge, { unverified: true }) });
    expect(codeOf(await post('/auth/passkey', { challengeId, response: key.sign(challenge) }))).toBe(
      'auth/passkey-unknown',
    );
  });

  it('is good for one answer when it is answered twice at the same moment', async () => {
    const { key } = await holder();
    const { challengeId, challenge } = await ask('/auth/passkey/options');
    const responses = [key.sign(challenge), key.sign(challenge)];
    const answers = await Promise.all(
      responses.map((response) => post('/auth/passkey', { challengeId, response })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
  });

  it('is over after five minutes', async () => {
    const person = await holder();
    const first = await ask('/auth/passkey/options');
    const second = await offer(person);
    const [row] = await database.query<{ minutes: number }>(
      `select round(extract(epoch from max(expires_at) - now()) / 60)::int as minutes from passkey_challenge`,
    );
    expect(row?.minutes).toBe(5);
    await database.query('update passkey_challenge set expires_at = now()');
    const { challengeId } = first;
    const response = person.key.sign(first.challenge);
    expect(codeOf(await post('/auth/passkey', { challengeId, response }))).toBe('auth/passkey-unknown');
    const key = new Authenticator(ORIGIN).register(second.challenge);
    const late = { name: 'Late', challengeId: second.challengeId, response: key };
    expect(codeOf(await post('/passkeys', late, person.token))).toBe('passkey/refused');
  });

  it('is good for what it was given for, and to whom', async () => {
    const [one, other] = [await holder(), await holder()];
    const offered = await offer(one);
    const response = new Authenticator(ORIGIN).register(offered.challenge);
    const foreign = { name: 'Foreign', challengeId: offered.challengeId, response };
    expect(codeOf(await post('/passkeys', foreign, other.token))).toBe('passkey/refused');
    const proof = await ask('/account/proof/passkey/options', {}, one.token);
    const signed = { challengeId: proof.challengeId, response: one.key.sign(proof.challenge) };
    expect(codeOf(await post('/auth/passkey', signed))).toBe('auth/passkey-unknown');
  });

  it('is given so many times per address until one is answered rightly', async () => {
    const { key } = await holder();
    for (let asked = 1; asked < PER_ADDRESS; asked += 1) await ask('/auth/passkey/options');
    expect((await signIn(key)).status).toBe(200);
    await ask('/auth/passkey/options');
    const held = await post('/auth/passkey/options', {});
    expect([codeOf(held), Number(held.headers['retry-after'])]).toEqual([
      'auth/too-many-attempts',
      expect.any(Number),
    ]);
    const rows = await database.query(`select from passkey_challenge where purpose = 'sign-in'`);
    expect(rows.length).toBeLessThanOrEqual(PER_ADDRESS);
  });

  it('is given so many times per person, for whatever', async () => {
    const person = await holder();
    for (let asked = 1; asked <= PER_PERSON; asked += 1)
      await (asked % 2 ? offer(person) : ask('/account/proof/passkey/options', {}, person.token));
    for (const url of ['/passkeys/options', '/account/proof/passkey/options'])
      expect(codeOf(await post(url, {}, person.token))).toBe('auth/too-many-attempts');
    await ask('/account/proof/passkey/options', {}, (await network.signedIn()).token);
  });
});

describe('a passkey as the second step', () => {
  const begin = async ({ email }: SignedIn): Promise<string> => {
    const { body } = await network.signIn(email);
    expect(body).toMatchObject({ methods: ['passkey', 'recovery-code'] });
    return body.token ?? '';
  };
  const askSecond = (token: string) => ask('/auth/login/second-factor/passkey', { token });
  const finish = (token: string, challengeId: string, response: object) =>
    post('/auth/login/second-factor', { token, method: 'passkey', challengeId, response });

  it('opens the account of its person', async () => {
    const [one, other] = [await holder(), await holder()];
    const token = await begin(one);
    const first = await askSecond(token);
    expect(first.options.allowCredentials).toHaveLength(1);
    const foreign = await finish(token, first.challengeId, other.key.sign(first.challenge));
    expect(codeOf(foreign)).toBe('auth/second-factor-wrong');
    const second = await askSecond(token);
    expect((await finish(token, second.challengeId, one.key.sign(second.challenge))).status).toBe(200);
    expect(codeOf(await post('/auth/login/second-factor/passkey', { token }))).toBe(
      'auth/second-factor-expired',
    );
  });

  it('is not taken by the challenge of a plain sign-in', async () => {
    const person = await holder();
    const token = await begin(person);
    const { challengeId, challenge } = await ask('/auth/passkey/options');
    expect(codeOf(await finish(token, challengeId, person.key.sign(challenge)))).toBe(
      'auth/second-factor-wrong',
    );
  });
});

describe('a proof by passkey', () => {
  it('opens sensitive changes, and a wrong one does not sign out', async () => {
    const person = await holder();
    await database.query(
      `update session set proven_at = now() - interval '11 minutes' where person_id = $1`,
      [person.personId],
    );
    const prove = async (flaws: Flaws) => {
      const { challengeId, challenge } = await ask('/account/proof/passkey/options', {}, person.token);
      const response = person.key.sign(challenge, flaws);
      return post('/account/proof/passkey', { challengeId, response }, person.token);
    };
    expect(codeOf(await prove({ unverified: true }))).toBe('passkey/refused');
    expect(codeOf(await post('/passkeys/options', {}, person.token))).toBe('auth/proof-required');
    const proven = await prove({});
    expect(new Date(proven.body.provenUntil ?? '').getTime()).toBeGreaterThan(Date.now());
    expect((await offer(person)).challengeId).toBeDefined();
  });
});

describe('where TTN has no name', () => {
  it('there are no passkeys, and the account says so', async () => {
    const nameless = await Network.start(database.config({ PUBLIC_URL: 'http://127.0.0.1:3000' }));
    try {
      const { token } = await nameless.signedIn();
      const { body } = await nameless.send('/account/security', { token });
      expect(body).toMatchObject({ passkeysAvailable: false });
      for (const sent of [{ token }, {}]) {
        const url = 'token' in sent ? '/passkeys/options' : '/auth/passkey/options';
        const answer = await nameless.send(url, { method: 'POST', body: {}, ...sent });
        expect([answer.status, answer.body.code]).toEqual([409, 'passkey/unavailable']);
      }
    } finally {
      await nameless.stop();
    }
  });
});

/** The id an answer goes by. */
function idOf(response: object): { id: string; rawId: string } {
  const { id = '' } = response as { id?: string };
  return { id, rawId: id };
}
