import { ForgetSessions } from '#libs/identity';
import { AccessTokens } from '#libs/platform/auth';
import { testDatabase, type TestDatabase } from '../../support/test-database.js';
import { waitFor } from '../../support/wait.js';
import { Network } from './network.js';

let database: TestDatabase;
/** Two processes on one database. */
let here: Network;
let there: Network;

beforeAll(async () => {
  database = await testDatabase();
  const config = database.config();
  [here, there] = [await Network.start(config), await Network.start(config)];
});
afterAll(async () => {
  await here?.stop();
  await there?.stop();
  await database?.drop();
});

const refresh = (cookie: string, network = here) => network.send('/auth/refresh', { method: 'POST', cookie });
const me = async (token: string, network = here) => (await network.send('/me', { token })).status;
const sessionOf = (token: string) => here.app.get(AccessTokens).verify(token);
const letTimePass = (interval: string) =>
  database.query(`update session set rotated_at = rotated_at - interval '${interval}'`);

describe('refreshing', () => {
  it('gives a new pair of the same session', async () => {
    const { token, cookie } = await here.signedIn();
    const answer = await refresh(cookie, there);
    expect(answer.status).toBe(200);
    expect(answer.cookie).not.toBe(cookie);
    const next = answer.body.accessToken ?? '';
    expect((await sessionOf(next))?.sid).toBe((await sessionOf(token))?.sid);
    expect(await me(next)).toBe(200);
  });

  it('gives a lost answer again within the grace, from the same session, and goes on from there', async () => {
    const { cookie } = await here.signedIn();
    const lost = await refresh(cookie);
    const again = await refresh(cookie, there);
    expect(again.status).toBe(200);
    expect(again.cookie).toBe(lost.cookie);
    expect(await me(again.body.accessToken ?? '')).toBe(200);
    expect((await refresh(again.cookie ?? '')).status).toBe(200);
  });

  it('at the same moment from two tabs leaves both signed in', async () => {
    const { cookie } = await here.signedIn();
    const answers = await Promise.all([refresh(cookie), refresh(cookie, there), refresh(cookie)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(answers.map((answer) => answer.cookie)).size).toBe(1);
  });

  it('with a used token after the grace ends the whole session, in every process', async () => {
    const { token, cookie } = await here.signedIn();
    const next = await refresh(cookie);
    expect([await me(token), await me(token, there)]).toEqual([200, 200]);
    await letTimePass('11 seconds');
    const stolen = await refresh(cookie);
    expect([stolen.status, stolen.body.code, stolen.cookie]).toEqual([401, 'auth/session-over', '']);
    expect(await me(token)).toBe(401);
    await waitFor('the other process to hear of it', async () => (await me(token, there)) === 401);
    expect((await refresh(next.cookie ?? '')).status).toBe(401);
    const ends = await database.query(
      `select to_state from audit_entry where action = 'session.end' and entity_id = $1`,
      [(await sessionOf(token))?.sid],
    );
    expect(ends).toEqual([{ to_state: 'token-reused' }]);
  });

  it('with a token older than the one before ends the session even within the grace', async () => {
    const { cookie } = await here.signedIn();
    const second = await refresh(cookie);
    const third = await refresh(second.cookie ?? '');
    expect((await refresh(cookie)).status).toBe(401);
    expect((await refresh(third.cookie ?? '')).status).toBe(401);
  });

  it('without, with a foreign or with an expired token is refused', async () => {
    const { token, cookie } = await here.signedIn();
    expect((await here.send('/auth/refresh', { method: 'POST' })).status).toBe(401);
    expect((await refresh('A'.repeat(43))).status).toBe(401);
    const session = await sessionOf(token);
    await database.query('update session set expires_at = now() where id = $1', [session?.sid]);
    expect((await refresh(cookie)).status).toBe(401);
  });

  it('stores hashes only', async () => {
    const { cookie } = await here.signedIn();
    const rows = await database.query<{ token_hash: Buffer }>('select token_hash from refresh_token');
    expect(rows.every(({ token_hash }) => token_hash.length === 32)).toBe(true);
    expect(rows.some(({ token_hash }) => token_hash.toString('base64url') === cookie)).toBe(false);
  });
});

describe('signing out', () => {
  it('ends the session before it answers, elsewhere by notification, and clears the cookie', async () => {
    const { token, cookie } = await here.signedIn();
    const other = await here.signedIn();
    expect([await me(token), await me(token, there)]).toEqual([200, 200]);
    const answer = await here.send('/auth/logout', { method: 'POST', token });
    expect([answer.status, answer.cookie]).toEqual([204, '']);
    expect(await me(token)).toBe(401);
    await waitFor('the other process to hear of it', async () => (await me(token, there)) === 401);
    expect((await refresh(cookie)).status).toBe(401);
    expect(await me(other.token, there)).toBe(200);
  });

  it('works by the cookie alone, when the access token has expired', async () => {
    const { token, cookie } = await here.signedIn();
    expect((await here.send('/auth/logout', { method: 'POST', cookie })).status).toBe(204);
    expect(await me(token)).toBe(401);
  });

  it('twice, or of nobody, is harmless', async () => {
    const { token } = await here.signedIn();
    for (const sent of [{ token }, { token }, {}, { cookie: 'nothing' }]) {
      expect((await here.send('/auth/logout', { method: 'POST', ...sent })).status).toBe(204);
    }
  });
});

describe('old sessions', () => {
  it('are forgotten with their tokens a week after they are over, others stay', async () => {
    const ids = new Map<string, string | undefined>();
    for (const [name, change] of Object.entries({
      live: 'ended_at = null',
      justEnded: 'ended_at = now()',
      longEnded: `ended_at = now() - interval '8 days'`,
      longExpired: `expires_at = now() - interval '8 days'`,
    })) {
      const id = (await sessionOf((await here.signedIn()).token))?.sid;
      await database.query(`update session set ${change} where id = $1`, [id]);
      ids.set(name, id);
    }
    await here.app.get(ForgetSessions).execute();
    const rows = await database.query<{ id: string; tokens: number }>(
      `select id, (select count(*)::int from refresh_token where session_id = session.id) as tokens
       from session where id = any($1)`,
      [[...ids.values()]],
    );
    expect(rows.map(({ id }) => id).sort()).toEqual([ids.get('live'), ids.get('justEnded')].sort());
    expect(rows.map(({ tokens }) => tokens)).toEqual([1, 1]);
  });
});

describe('cached principals', () => {
  it('are not trusted while notifications may be missed, nor kept over the gap', async () => {
    const { token } = await here.signedIn();
    expect(await me(token)).toBe(200);
    const session = await sessionOf(token);
    await database.query('update session set ended_at = now() where id = $1', [session?.sid]);
    // Nobody announced that, so the cache answers: this is what makes the next lines mean something.
    expect(await me(token)).toBe(200);
    const listeners = `select pid from pg_stat_activity
      where datname = current_database() and application_name = 'ttn-listen'`;
    const letIn = (allowed: boolean) =>
      database.query('update pg_database set datallowconn = $1 where datname = current_database()', [
        allowed,
      ]);
    try {
      await letIn(false);
      await database.query(`select pg_terminate_backend(pid) from (${listeners}) listener`);
      await waitFor('nobody to listen', async () => (await database.query(listeners)).length === 0);
      await waitFor('the cache to be left aside', async () => (await me(token)) === 401);
    } finally {
      await letIn(true);
    }
    await waitFor('both to listen again', async () => (await database.query(listeners)).length === 2);
    await waitFor('the caches to be used again', async () => {
      const other = await here.signedIn();
      await me(other.token);
      await database.query('update session set ended_at = now() where person_id = $1', [other.personId]);
      return (await me(other.token)) === 200;
    });
    expect(await me(token)).toBe(401);
  });

  it('follow a new seat at once, in every process', async () => {
    const city = await here.organization('city');
    const { personId, token } = await here.signedIn();
    const list = async (network: Network) => (await network.send('/organizations', { token })).status;
    expect([await list(here), await list(there)]).toEqual([403, 403]);
    await here.seat(personId, city, 'viewer');
    expect(await list(here)).toBe(200);
    await waitFor('the other process to hear of it', async () => (await list(there)) === 200);
  });

  it('end with the account', async () => {
    const { personId, token } = await here.signedIn();
    await database.query(`update account set state = 'suspended' where person_id = $1`, [personId]);
    await database.query(`select pg_notify('principal_changed', $1)`, [personId]);
    await waitFor('the suspension to hold', async () => (await me(token)) === 401);
  });
});
