import pg from 'pg';
import { EmailConfirmations, ForgetRegistrations, Passwords } from '#libs/identity';
import { FailureThrottle } from '#libs/platform/auth';
import { testDatabase, type TestDatabase } from '../../support/test-database.js';
import { waitFor } from '../../support/wait.js';
import { Network, PASSWORD } from './network.js';

let database: TestDatabase;
let network: Network;

beforeAll(async () => {
  database = await testDatabase();
  const config = database.config({ LOGIN_FAILURES_PER_ACCOUNT: '3', LOGIN_FAILURES_PER_ADDRESS: '12' });
  network = await Network.start(config);
});
beforeEach(async () => {
  await database.query('delete from failure_count');
});
afterAll(async () => {
  await network?.stop();
  await database?.drop();
});

const NEWCOMER = { email: 'minh@example.org', password: 'mật khẩu đủ dài nhé', displayName: 'Minh' };
const register = (input: object) => network.send('/auth/register', { body: input });
const withoutRequestId = (body: object) => ({ ...body, requestId: '' });

async function tokenFor(email: string): Promise<string> {
  const [row] = await database.query<{ person_id: string }>(
    'select person_id from account where email_folded = $1',
    [email],
  );
  const link = await network.app.get(EmailConfirmations).linkFor(row?.person_id ?? '');
  return link?.split('#token=')[1] ?? '';
}

describe('registration', () => {
  it('leads by the mailed token to an account that can sign in', async () => {
    expect((await register(NEWCOMER)).status).toBe(202);
    expect((await network.signIn(NEWCOMER.email, NEWCOMER.password)).status).toBe(401);
    const token = await tokenFor(NEWCOMER.email);
    expect((await network.send('/auth/confirm-email', { body: { token } })).status).toBe(204);
    expect((await network.send('/auth/confirm-email', { body: { token } })).status).toBe(204);
    const answer = await network.signIn(' MINH@Example.org ', NEWCOMER.password);
    expect(answer.status).toBe(200);
    expect(Object.keys(answer.body).sort()).toEqual(['accessToken', 'expiresAt']);
  });

  it('announces the person, and neither outbox nor tables hold the token', async () => {
    await register({ ...NEWCOMER, email: 'lan@example.org' });
    const token = await tokenFor('lan@example.org');
    const [account] = await database.query<{ person_id: string }>(
      `select person_id from account where email_folded = 'lan@example.org'`,
    );
    const events = await database.query(
      `select type, payload from outbox_event where aggregate_id = '${account?.person_id}'`,
    );
    expect(events).toEqual([{ type: 'person.registered', payload: {} }]);
    const [dump] = await database.query<{ text: string }>(
      `select concat((select json_agg(c) from email_confirmation c), (select json_agg(e) from outbox_event e)) as text`,
    );
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(dump?.text).not.toContain(token);
  });

  it('of an address that has an account answers alike, hashes alike, and changes nothing', async () => {
    const { email } = await network.person();
    const fresh = await register({ ...NEWCOMER, email: 'fresh@example.org' });
    const [before] = await database.query('select * from account where email_folded = $1', [email]);
    const taken = await register({ ...NEWCOMER, email: email.toUpperCase() });
    expect([taken.status, taken.body]).toEqual([fresh.status, fresh.body]);
    expect(Object.keys(taken.headers).sort()).toEqual(Object.keys(fresh.headers).sort());
    expect(await database.query('select * from account where email_folded = $1', [email])).toEqual([before]);
    expect((await network.signIn(email)).status).toBe(200);
  });

  it('again while unconfirmed makes the earlier password and link void', async () => {
    const first = { ...NEWCOMER, email: 'twice@example.org' };
    await register(first);
    const oldToken = await tokenFor(first.email);
    await register({ ...first, password: 'another long password' });
    const refused = await network.send('/auth/confirm-email', { body: { token: oldToken } });
    expect([refused.status, refused.body.code]).toEqual([422, 'auth/confirmation-invalid']);
    await network.send('/auth/confirm-email', { body: { token: await tokenFor(first.email) } });
    expect((await network.signIn(first.email, first.password)).status).toBe(401);
    expect((await network.signIn(first.email, 'another long password')).status).toBe(200);
  });

  it('that nobody confirms within a week is forgotten, and the address can begin anew', async () => {
    const account = async (email: string) =>
      (
        await database.query<{ person_id: string }>('select person_id from account where email_folded = $1', [
          email,
        ])
      ).map(({ person_id }) => person_id);
    const ages = { 'late@example.org': 8, 'early@example.org': 6, 'renewed@example.org': 8 };
    const { email: confirmed } = await network.person();
    for (const [email, days] of Object.entries(ages)) {
      await register({ ...NEWCOMER, email });
      await database.query(
        `update account set created_at = now() - make_interval(days => $2), password_changed_at = created_at
         where email_folded = $1`,
        [email, days],
      );
    }
    await database.query(
      `update account set password_changed_at = now() - interval '8 days' where email_folded = any ($1)`,
      [['late@example.org', 'renewed@example.org', confirmed]],
    );
    await register({ ...NEWCOMER, email: 'renewed@example.org' });
    const [late] = await account('late@example.org');
    await network.app.get(ForgetRegistrations).execute();
    expect(await account('late@example.org')).toEqual([]);
    for (const email of ['early@example.org', 'renewed@example.org', confirmed])
      expect(await account(email)).toHaveLength(1);
    expect(await database.query('select display_name from person where id = $1', [late])).toEqual([
      { display_name: '' },
    ]);
    expect(
      await database.query(`select type from outbox_event where aggregate_id = $1 order by id`, [late]),
    ).toEqual([{ type: 'person.registered' }, { type: 'person.erased' }]);
    await register({ ...NEWCOMER, email: 'late@example.org' });
    expect(await account('late@example.org')).not.toContain(late);
  });

  it('of one address twice at once follow each other and make one account', async () => {
    const same = { ...NEWCOMER, email: 'race@example.org' };
    const first = new pg.Client({ connectionString: database.url });
    await first.connect();
    try {
      // Stands for a registration of the same address that has begun and not ended.
      await first.query('begin');
      await first.query('select pg_advisory_xact_lock(hashtextextended($1, 1))', [same.email]);
      const answers = Promise.all([register(same), register(same)]);
      const waiting = `select 1 from pg_locks l join pg_database d on d.oid = l.database
        where locktype = 'advisory' and not granted and datname = current_database()`;
      await waitFor('both to wait', async () => (await database.query(waiting)).length === 2);
      await first.query('commit');
      expect((await answers).map(({ status }) => status)).toEqual([202, 202]);
    } finally {
      await first.end();
    }
    expect(
      await database.query(`select count(*)::int as n from account where email_folded = 'race@example.org'`),
    ).toEqual([{ n: 1 }]);
  });

  it('sends no flood of mails to an address, and shows no difference', async () => {
    const statuses: number[] = [];
    for (let time = 1; time <= 7; time += 1) {
      statuses.push((await register({ ...NEWCOMER, email: 'flooded@example.org' })).status);
    }
    expect(statuses).toEqual(Array<number>(7).fill(202));
    const events = await database.query(
      `select 1 from outbox_event join account on aggregate_id = person_id
       where type = 'person.registered' and email_folded = 'flooded@example.org'`,
    );
    expect(events).toHaveLength(5);
  });

  it('refuses short passwords, broken addresses, NUL and lone surrogates', async () => {
    const wrong = [
      { password: 'fourteen chars' },
      { password: `${NEWCOMER.password}\u0000` },
      { email: 'minh' },
      { email: `${'a'.repeat(250)}@example.org` },
      { displayName: 'half \ud800' },
      { language: 'xx_YY' },
      { timeZone: 'Mars/Olympus' },
      { role: 'administrator' },
    ];
    for (const change of wrong) {
      const answer = await register({ ...NEWCOMER, email: 'wrong@example.org', ...change });
      expect([answer.status, Object.keys(change)]).toEqual([422, Object.keys(change)]);
    }
    expect(await database.query(`select 1 from account where email_folded = 'wrong@example.org'`)).toEqual(
      [],
    );
  });
});

describe('sign-in', () => {
  it('answers alike to unknown e-mail, wrong password and unconfirmed account, after the same work', async () => {
    const { email } = await network.person();
    await register({ ...NEWCOMER, email: 'pending@example.org' });
    const { checks } = network.app.get(Passwords);
    const before = { ...checks };

    const unknown = await network.signIn('nobody@example.org');
    expect(checks).toEqual({ account: before.account, nobody: before.nobody + 1 });
    const wrong = await network.signIn(email, `${PASSWORD}!`);
    const pending = await network.signIn('pending@example.org', NEWCOMER.password);
    expect(checks).toEqual({ account: before.account + 2, nobody: before.nobody + 1 });

    expect(unknown.body).toMatchObject({ status: 401, code: 'auth/invalid-credentials' });
    for (const other of [wrong, pending]) {
      expect(withoutRequestId(other.body)).toEqual(withoutRequestId(unknown.body));
      expect(Object.keys(other.headers).sort()).toEqual(Object.keys(unknown.headers).sort());
      expect(other.cookie).toBeUndefined();
    }
  });

  it('keeps passwords as argon2id with the stated parameters', async () => {
    const { email } = await network.person();
    const [row] = await database.query<{ password_hash: string }>(
      'select password_hash from account where email_folded = $1',
      [email],
    );
    expect(row?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('sets the cookie for the sign-in routes only, out of reach of scripts', async () => {
    const { email } = await network.person();
    const { headers } = await network.signIn(email);
    expect(String(headers['set-cookie'])).toMatch(
      /^ttn_refresh=[\w-]{43}; Max-Age=2592000; Path=\/api\/v1\/auth; HttpOnly; SameSite=Strict$/,
    );
  });

  it('holds an account back after its failures, right password or not, and other accounts not', async () => {
    const { email } = await network.person();
    const other = await network.person();
    for (let failure = 1; failure <= 3; failure += 1) {
      expect((await network.signIn(email, 'wrong')).status).toBe(401);
    }
    const held = await network.signIn(email);
    expect([held.status, held.body.code]).toEqual([429, 'auth/too-many-attempts']);
    expect(Number(held.headers['retry-after'])).toBeGreaterThan(800);
    expect((await network.signIn(other.email)).status).toBe(200);
  });

  it('counts failures only: success forgets those of the account', async () => {
    const { email } = await network.person();
    for (let round = 1; round <= 3; round += 1) {
      expect((await network.signIn(email, 'wrong')).status).toBe(401);
      expect((await network.signIn(email, 'wrong')).status).toBe(401);
      expect((await network.signIn(email)).status).toBe(200);
    }
  });

  it('holds an address back that fails for many accounts, and lets no parallel attempt slip by', async () => {
    const { checks } = network.app.get(Passwords);
    const before = checks.nobody;
    const attempts = Array.from({ length: 20 }, (_, n) => network.signIn(`nobody-${n}@example.org`));
    const statuses = (await Promise.all(attempts)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(12);
    expect(statuses.filter((status) => status === 429)).toHaveLength(8);
    expect(checks.nobody - before).toBe(12);
  });

  it('is counted in one place for all processes, which holds no addresses', async () => {
    const second = await Network.start(database.config({ LOGIN_FAILURES_PER_ACCOUNT: '3' }));
    try {
      const { email } = await network.person();
      for (const process of [network, second, network]) await process.signIn(email, 'wrong');
      expect((await second.signIn(email)).status).toBe(429);
      const rows = await database.query<{ key: string }>('select key from failure_count');
      expect(rows.map(({ key }) => key).join()).not.toContain('person');
    } finally {
      await second.stop();
    }
  });
});

describe('the count of failures', () => {
  const KEYS = ['a', 'b', 'c', 'd'].map((key) => ({ key, limit: 100 }));

  it.each(['clear', 'forgive', 'fail'] as const)(
    'is taken in one order by all (%s), however its rows lie: nobody who waits holds what others wait for',
    async (verb) => {
      const throttle = network.app.get(FailureThrottle);
      await throttle.fail(KEYS);
      // Last first, and read in that order, for there are few.
      await database.query(`create temporary table backwards as table failure_count order by key desc;
        delete from failure_count; insert into failure_count table backwards order by key desc;
        drop table backwards; analyze failure_count`);
      const holder = new pg.Client({ connectionString: database.url });
      await holder.connect();
      try {
        await holder.query('begin; select from failure_count order by key limit 1 for update');
        const waiting = throttle[verb](KEYS);
        await waitFor('the verb to wait', async () => {
          const [row] = await database.query(
            `select from pg_stat_activity where wait_event_type = 'Lock' and query like '%failure_count%'
               and datname = current_database()`,
          );
          return row;
        });
        const free = await database.query('select key from failure_count for update skip locked');
        await holder.query('commit');
        await waiting;
        expect(free).toHaveLength(KEYS.length - 1);
      } finally {
        await holder.end();
      }
    },
  );
});
