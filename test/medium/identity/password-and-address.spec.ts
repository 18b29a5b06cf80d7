import { AccountLinks } from '#libs/identity';
import { testDatabase, type TestDatabase } from '../../support/test-database.js';
import { Network, PASSWORD } from './network.js';

const ANOTHER = 'quite another password';

let database: TestDatabase;
let network: Network;

beforeAll(async () => {
  database = await testDatabase();
  network = await Network.start(database.config({ LOGIN_FAILURES_PER_ACCOUNT: '3' }));
});
beforeEach(async () => {
  await database.query('delete from failure_count');
});
afterAll(async () => {
  await network?.stop();
  await database?.drop();
});

const post = (url: string, body: object, token?: string) =>
  network.send(url, { body, ...(token !== undefined && { token }) });
const me = async (token: string) => (await network.send('/me', { token })).status;
const change = (token: string, currentPassword: string, newPassword = ANOTHER) =>
  post('/account/password', { currentPassword, newPassword }, token);
const forget = (email: string) => post('/auth/password-reset', { email });
const reset = (token: string, password = ANOTHER) =>
  post('/auth/password-reset/complete', { token, password });
const confirm = (token: string) => post('/auth/email-change/confirm', { token });
const linkOf = async (personId: string, purpose: 'password-reset' | 'email-change') =>
  (await network.app.get(AccountLinks).linkFor(personId, purpose))?.split('#token=')[1] ?? '';
const eventsOf = async (personId: string): Promise<string[]> => {
  const rows = await database.query<{ type: string }>(
    'select type from outbox_event where aggregate_id = $1 order by id',
    [personId],
  );
  return rows.map(({ type }) => type);
};
const forgetProof = (personId: string) =>
  database.query(`update session set proven_at = now() - interval '11 minutes' where person_id = $1`, [
    personId,
  ]);

describe('a changed password', () => {
  it('counts from now on, ends every other session and leaves this one', async () => {
    const { personId, email, token } = await network.signedIn();
    const other = await network.signIn(email);
    expect((await change(token, PASSWORD)).status).toBe(204);
    expect([await me(token), await me(other.body.accessToken ?? '')]).toEqual([200, 401]);
    expect((await network.send('/auth/refresh', { method: 'POST', cookie: other.cookie ?? '' })).status).toBe(
      401,
    );
    expect((await network.signIn(email)).status).toBe(401);
    expect((await network.signIn(email, ANOTHER)).status).toBe(200);
    expect(await eventsOf(personId)).toContain('password.changed');
  });

  it('is asked for with the present one, as often as at sign-in', async () => {
    const { email, token } = await network.signedIn();
    const wrong = await change(token, 'not the password');
    expect([wrong.status, wrong.body]).toMatchObject([
      422,
      { code: 'account/password-wrong', errors: [{ pointer: '/currentPassword' }] },
    ]);
    for (let attempt = 2; attempt <= 3; attempt += 1)
      expect((await change(token, 'not the password')).status).toBe(422);
    const held = await change(token, PASSWORD);
    expect([held.status, held.body.code]).toEqual([429, 'auth/too-many-attempts']);
    // Whoever holds a session cannot lock its person out of signing in.
    expect((await network.signIn(email)).status).toBe(200);
  });

  it('is long enough, and asked for by somebody who is signed in', async () => {
    const { token } = await network.signedIn();
    expect((await change(token, PASSWORD, 'too short')).status).toBe(422);
    expect(
      (await post('/account/password', { currentPassword: PASSWORD, newPassword: ANOTHER })).status,
    ).toBe(401);
  });

  it('voids the links that were sent before', async () => {
    const { personId, email, token } = await network.signedIn();
    await forget(email);
    const link = await linkOf(personId, 'password-reset');
    await change(token, PASSWORD);
    expect((await reset(link, 'the password of somebody else')).body.code).toBe('account/link-invalid');
  });
});

describe('a forgotten password', () => {
  it('is replaced by the link of the mail, once, and every session ends', async () => {
    const { personId, email, token } = await network.signedIn();
    expect((await forget(email)).status).toBe(202);
    const link = await linkOf(personId, 'password-reset');
    expect((await reset(link)).status).toBe(204);
    expect(await me(token)).toBe(401);
    expect([(await network.signIn(email)).status, (await network.signIn(email, ANOTHER)).status]).toEqual([
      401, 200,
    ]);
    const again = await reset(link, PASSWORD);
    expect([again.status, again.body.code]).toEqual([422, 'account/link-invalid']);
    expect(await eventsOf(personId)).toEqual(
      expect.arrayContaining(['password-reset.requested', 'password.changed']),
    );
  });

  it('is answered alike whether or not the address has an account, and with the same statements', async () => {
    const { email } = await network.person();
    await post('/auth/register', { email: 'unconfirmed@example.org', password: PASSWORD, displayName: 'U' });
    const counts = () =>
      database.query(
        `select (select count(*)::int from outbox_event where type = 'password-reset.requested') as told,
           (select count(*)::int from audit_entry where action = 'account.request-password-reset') as audited`,
      );
    const answers = [];
    const seen = [];
    for (const address of [email, 'nobody-at-all@example.org', 'unconfirmed@example.org']) {
      answers.push(await forget(address));
      seen.push((await counts())[0]);
    }
    const shapes = answers.map(({ status, headers, body }) => ({
      status,
      headers: Object.keys(headers),
      body,
    }));
    expect(new Set(shapes.map((shape) => JSON.stringify(shape))).size).toBe(1);
    const [first] = seen as { told: number; audited: number }[];
    expect(seen).toEqual(
      [0, 1, 2].map((more) => ({ told: (first?.told ?? 0) + more, audited: (first?.audited ?? 0) + more })),
    );
    expect(await database.query(`select from account_link where purpose = 'password-reset'`)).toHaveLength(1);
  });

  it('gets three mails in a quarter of an hour, and nobody sees that it gets no more', async () => {
    const { personId, email } = await network.person();
    for (let asked = 1; asked <= 5; asked += 1) expect((await forget(email)).status).toBe(202);
    expect((await eventsOf(personId)).filter((type) => type === 'password-reset.requested')).toHaveLength(3);
  });

  it('cannot be replaced by a link that is old, replaced, for something else, or invented', async () => {
    const { personId, email } = await network.signedIn();
    await forget(email);
    const first = await linkOf(personId, 'password-reset');
    await forget(email);
    const second = await linkOf(personId, 'password-reset');
    expect(first).not.toBe(second);
    const codes = [];
    for (const link of [first, 'A'.repeat(43)]) codes.push((await reset(link)).body.code);
    codes.push((await confirm(second)).body.code);
    await database.query(`update account_link set expires_at = now() where purpose = 'password-reset'`);
    codes.push((await reset(second)).body.code);
    expect(codes).toEqual(Array(4).fill('account/link-invalid'));
    expect((await network.signIn(email)).status).toBe(200);
  });

  it('leaves the token nowhere', async () => {
    const { personId, email } = await network.person();
    await forget(email);
    const link = await linkOf(personId, 'password-reset');
    const [dump] = await database.query<{ text: string }>(
      `select concat((select json_agg(l) from account_link l), (select json_agg(e) from outbox_event e)) as text`,
    );
    expect(link).toHaveLength(43);
    expect(dump?.text).not.toContain(link);
  });

  it('is chosen anew once when two follow the link at the same moment', async () => {
    const { personId, email } = await network.person();
    await forget(email);
    const link = await linkOf(personId, 'password-reset');
    const answers = await Promise.all([reset(link, ANOTHER), reset(link, `${ANOTHER} still`)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 422]);
  });

  it('does not leave a sign-in half done that began with the old one', async () => {
    const { personId, email } = await network.person();
    await database.query(
      `insert into pending_sign_in (token_hash, person_id, expires_at)
       values (sha256('half done'), $1, now() + interval '5 minutes')`,
      [personId],
    );
    await forget(email);
    await reset(await linkOf(personId, 'password-reset'));
    const answer = await post('/auth/login/second-factor', {
      token: 'half done',
      method: 'totp',
      code: '123456',
    });
    expect(answer.body.code).toBe('auth/second-factor-expired');
  });
});

describe('another e-mail address', () => {
  const ask = (token: string, email: string) => post('/account/email', { email }, token);
  const addressOf = async (token: string) => (await network.send('/me', { token })).body.email;

  it('counts once it is proven, by a link that is good once', async () => {
    const { personId, email, token } = await network.signedIn();
    expect((await ask(token, 'moved@example.org')).status).toBe(202);
    expect(await addressOf(token)).toBe(email);
    expect(await eventsOf(personId)).toEqual(
      expect.arrayContaining(['email-change.requested', 'email-change.proof-requested']),
    );
    const link = await linkOf(personId, 'email-change');
    expect((await confirm(link)).status).toBe(204);
    expect(await addressOf(token)).toBe('moved@example.org');
    expect([
      (await network.signIn(email)).status,
      (await network.signIn('Moved@example.org')).status,
    ]).toEqual([401, 200]);
    expect((await confirm(link)).body.code).toBe('account/link-invalid');
  });

  it('takes the links with it that lie in the old mailbox', async () => {
    const { personId, email, token } = await network.signedIn();
    await forget(email);
    const old = await linkOf(personId, 'password-reset');
    await ask(token, 'away@example.org');
    expect((await confirm(await linkOf(personId, 'email-change'))).status).toBe(204);
    expect((await reset(old)).body.code).toBe('account/link-invalid');
  });

  it('needs a fresh proof', async () => {
    const { personId, token } = await network.signedIn();
    await forgetProof(personId);
    const refused = await ask(token, 'unproven@example.org');
    expect([refused.status, refused.body.code]).toEqual([403, 'auth/proof-required']);
    expect((await post('/account/proof', { password: 'not the password' }, token)).status).toBe(422);
    expect((await post('/account/proof', { password: PASSWORD }, token)).status).toBe(200);
    expect((await ask(token, 'unproven@example.org')).status).toBe(202);
  });

  it('that somebody has is answered alike, and leads to no link', async () => {
    const { personId, token } = await network.signedIn();
    const { email } = await network.person();
    const [free, taken] = [await ask(token, 'free@example.org'), await ask(token, email)];
    expect({ ...taken, headers: Object.keys(taken.headers) }).toEqual({
      ...free,
      headers: Object.keys(free.headers),
    });
    const proofs = (await eventsOf(personId)).filter((type) => type === 'email-change.proof-requested');
    expect(proofs).toHaveLength(1);
  });

  it('that somebody registered and never confirmed is given to whoever proves it', async () => {
    const squatted = 'squatted@example.org';
    await post('/auth/register', { email: squatted, password: PASSWORD, displayName: 'Canary Squatter' });
    const { personId, token } = await network.signedIn();
    await ask(token, squatted);
    expect((await confirm(await linkOf(personId, 'email-change'))).status).toBe(204);
    expect((await network.signIn(squatted)).status).toBe(200);
    expect(await database.query(`select from person where display_name = 'Canary Squatter'`)).toEqual([]);
  });

  it('that somebody else confirmed meanwhile is lost', async () => {
    const mover = await network.signedIn();
    await ask(mover.token, 'wanted@example.org');
    const link = await linkOf(mover.personId, 'email-change');
    const faster = await network.person();
    await database.query(
      `update account set email = 'wanted@example.org', email_folded = 'wanted@example.org' where person_id = $1`,
      [faster.personId],
    );
    expect((await confirm(link)).body.code).toBe('account/link-invalid');
    expect(await addressOf(mover.token)).toBe(mover.email);
  });

  it('is asked for five times in a quarter of an hour', async () => {
    const { token } = await network.signedIn();
    const statuses = [];
    for (let asked = 1; asked <= 6; asked += 1)
      statuses.push((await ask(token, `number-${asked}@example.org`)).status);
    expect(statuses).toEqual([202, 202, 202, 202, 202, 429]);
  });

  it('is void after a day, and when a newer one is asked for', async () => {
    const { personId, token } = await network.signedIn();
    await ask(token, 'first-thought@example.org');
    const first = await linkOf(personId, 'email-change');
    await ask(token, 'second-thought@example.org');
    const second = await linkOf(personId, 'email-change');
    expect((await confirm(first)).status).toBe(422);
    await database.query(`update account_link set expires_at = now() where purpose = 'email-change'`);
    expect((await confirm(second)).status).toBe(422);
    expect(await linkOf(personId, 'email-change')).toBe('');
  });
});
