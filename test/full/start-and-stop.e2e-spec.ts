import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ActorSession } from '../support/actor-session.js';
import { sendRaw } from '../support/raw-http.js';
import { accountOf, type RunningSystem, startSystem } from '../support/running-system.js';
import { Standalone, StandaloneHome } from '../support/standalone.js';
import { waitFor } from '../support/wait.js';

const STOP_WITHIN_MS = 15_000;
const SUMMARY = 'Guided night walks through the old harbour, with music and five languages.';

jest.setTimeout(120_000);

describe.each(['api', 'worker', 'standalone'])('the %s with a wrong environment', (app) => {
  it('does not start, says everything that is wrong, and exits 1', () => {
    const main = join(import.meta.dirname, '../../dist/apps', app, 'src/main.js');
    const wrong = {
      PORT: 'eighty',
      LOG_LEVEL: 'loud',
      PUBLIC_URL: 'somewhere',
      DATABASE_URL: 'mysql://127.0.0.1/ttn',
      TTN_SECRET: 'short',
      TTN_SERCET: 'misspelt',
      NODE_ENV: 'production',
      DEMO: 'true',
    };
    const { PATH = '' } = process.env;
    const env = { PATH, ...wrong };
    const { status, stderr, stdout } = spawnSync(process.execPath, [main], { env, encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stdout).toBe('');
    const named = [...stderr.matchAll(/^ {2}- (\w+): /gm)].map(([, name]) => name);
    const expected = ['PORT', 'LOG_LEVEL', 'PUBLIC_URL', 'DATABASE_URL', 'TTN_SECRET', 'TTN_SERCET', 'DEMO'];
    expect(named.sort()).toEqual(expected.sort());
    expect(stderr).not.toContain('at ');
  });
});

describe('api and worker', () => {
  let system: RunningSystem;
  let sme: ActorSession;

  beforeAll(async () => {
    system = await startSystem();
    sme = await signIn();
    await settled();
  }, 300_000);

  afterAll(async () => {
    sme?.close();
    await system?.stop();
  }, 300_000);

  const signIn = (): Promise<ActorSession> =>
    ActorSession.signIn(system.apis[0]?.url ?? '', accountOf('Badaon Lab', system.accounts));

  async function submitted(title: string): Promise<string | undefined> {
    const body = { title, language: 'en', summary: SUMMARY, themes: ['thm.night'] };
    const id = (await sme.api.POST('/api/v1/proposals', { body })).data?.id ?? '';
    const { response } = await sme.api.POST('/api/v1/proposals/{id}/submit', { params: { path: { id } } });
    return response.status === 200 ? id : undefined;
  }

  /** Every event is relayed and done, and each one that is matched upon had its effect. */
  async function settled(): Promise<void> {
    await waitFor(
      'the jobs to be done',
      async () => {
        const [row] = await system.database.query<{ waiting: number }>(
          `select (select count(*) from outbox_event where relayed_at is null)::int
                + (select count(*) from outbox_event e where e.type = any($1)
                     and not exists (select from job_effect f where f.key = 'refresh-matches_' || e.id))::int as waiting`,
          [
            [
              'proposal.submitted',
              'opportunity.published',
              'profile.changed',
              'consulting-request.submitted',
            ],
          ],
        );
        return row?.waiting === 0;
      },
      { timeoutMs: 60_000, dump: () => system.logs() },
    );
  }

  it('do every job once though the worker is killed while it works', async () => {
    const ids: (string | undefined)[] = [];
    for (let kill = 0; kill < 3; kill += 1) {
      ids.push(...(await Promise.all([1, 2, 3, 4].map((each) => submitted(`Walk ${kill}.${each}`)))));
      await system.worker.end('SIGKILL');
      ids.push(await submitted(`Walk ${kill}.5`));
      await system.worker.start();
    }
    expect(ids).toHaveLength(15);
    await settled();
    const [seen] = await system.database.query(
      `select count(*)::int as events,
              count(distinct f.key)::int as effects,
              (select count(*)::int from match_run r where r.subject_id = any($1::uuid[])) as subjects,
              (select count(*)::int from (select 1 from match m where m.left_id = any($1::uuid[]) or m.right_id = any($1::uuid[])
                 group by m.left_id, m.right_id having count(*) > 1) twice) as doubles
       from outbox_event e left join job_effect f on f.key = 'refresh-matches_' || e.id
       where e.type = 'proposal.submitted' and e.aggregate_id = any($1::uuid[])`,
      [ids],
    );
    expect(seen).toEqual({ events: 15, effects: 15, subjects: 15, doubles: 0 });
    const notices = await system.database.query(
      'select event_id, person_id from notice_event group by event_id, person_id having count(*) > 1',
    );
    expect(notices).toEqual([]);
    const failed = await system.database.query(`select from bullmq.job where state = 'failed'`);
    expect(failed).toHaveLength(0);
  });

  it('keep what the api confirmed before it was killed', async () => {
    const [api] = system.apis;
    const confirmed: string[] = [];
    let killed = false;
    const writer = async (lane: number): Promise<void> => {
      for (let number = 0; !killed; number += 1) {
        const body = { title: `Lane ${lane}.${number}`, language: 'en' };
        const { data } = await sme.api.POST('/api/v1/proposals', { body }).catch(() => ({ data: undefined }));
        if (data) confirmed.push(data.id);
      }
    };
    const writers = [1, 2, 3, 4].map(writer);
    await waitFor('some to be confirmed', async () => confirmed.length > 20);
    await api?.end('SIGKILL');
    killed = true;
    await Promise.all(writers);
    await api?.start();
    const [kept] = await system.database.query(
      `select count(*)::int as rows, count(a.id)::int as audited
       from proposal p left join audit_entry a on a.entity_id = p.id and a.xid = p.changed_xid
       where p.id = any($1::uuid[])`,
      [confirmed],
    );
    expect(kept).toEqual({ rows: confirmed.length, audited: confirmed.length });
    expect((await sme.api.GET('/api/v1/me')).response.status).toBe(200);
  });

  it('stop by SIGTERM with exit code 0, and tell the sockets', async () => {
    const live = await sme.openSocket();
    const startedAt = Date.now();
    const codes = await Promise.all([system.apis[0]?.end('SIGTERM'), system.worker.end('SIGTERM')]);
    expect(codes).toEqual([0, 0]);
    expect(Date.now() - startedAt).toBeLessThan(STOP_WITHIN_MS);
    await waitFor('the word to the socket', async () => live.all('session.ended')[0]);
    expect(live.all('session.ended')).toEqual([{ reason: 'server-restart' }]);
  });
});

describe('npm start', () => {
  let home: StandaloneHome;
  let running: Standalone;
  let proposalId: string;

  beforeAll(async () => {
    home = await StandaloneHome.make();
  });

  afterAll(async () => {
    await running?.endGroup('SIGKILL');
    home?.remove();
  });

  const signIn = (): Promise<ActorSession> =>
    ActorSession.signIn(home.url, accountOf('Badaon Lab', home.accounts()));

  /** The proposal that was made before all the kills. */
  async function expectNothingLost(): Promise<void> {
    const sme = await signIn();
    const { data } = await sme.api.GET('/api/v1/proposals/{id}', { params: { path: { id: proposalId } } });
    expect(data).toMatchObject({ title: 'Kept', state: 'draft' });
  }

  const ready = async (): Promise<boolean> =>
    (await sendRaw(home.url, { path: '/readyz' }).catch(() => undefined))?.status === 200;

  it('can be killed while it sets up, and begins anew', async () => {
    running = Standalone.start(home);
    await waitFor('the demo to be half loaded', async () => (await home.count('organization')) > 0, {
      timeoutMs: 60_000,
      dump: () => running.output,
    });
    await running.endGroup('SIGKILL');
    expect(existsSync(join(home.directory, 'demo-accounts.json'))).toBe(false);
  });

  it('prints the accounts, and serves', async () => {
    running = await Standalone.start(home).serves();
    for (const { email, password } of home.accounts()) {
      expect(running.output.split('\n').some((line) => line.includes(email) && line.includes(password))).toBe(
        true,
      );
    }
    expect(
      home
        .accounts()
        .map(({ role }) => role)
        .sort(),
    ).toEqual(['city', 'city', 'city', 'consultant', 'consultant', 'secretariat', 'sme', 'sme', 'sme']);
    expect(await home.count('account')).toBe(9);
    const sme = await signIn();
    const made = await sme.api.POST('/api/v1/proposals', { body: { title: 'Kept', language: 'en' } });
    proposalId = made.data?.id ?? '';
    expect(made.response.status).toBe(201);
  });

  it('a second time on the same port says so, and leaves the first alone', async () => {
    const second = Standalone.start(home);
    expect(await second.exit()).toBe(1);
    expect(second.output).toContain(`Port ${home.port} is taken`);
    expect(await ready()).toBe(true);
    await expectNothingLost();
  });

  it('starts its api and worker again when they die', async () => {
    for (const app of ['api', 'worker'] as const) {
      const pid = await running.childPid(app);
      process.kill(pid, 'SIGKILL');
      await waitFor(`another ${app}`, async () => (await running.childPid(app)) !== pid, {
        timeoutMs: 30_000,
      });
    }
    await waitFor('the api to serve again', ready, { timeoutMs: 30_000 });
    await expectNothingLost();
  });

  it('loses nothing when it and its database are killed', async () => {
    const accounts = readFileSync(join(home.directory, 'demo-accounts.json'), 'utf8');
    process.kill(home.postmasterPid, 'SIGKILL');
    await running.end('SIGKILL');
    running = await Standalone.start(home).serves();
    expect(readFileSync(join(home.directory, 'demo-accounts.json'), 'utf8')).toBe(accounts);
    await expectNothingLost();
    expect(await home.count('account')).toBe(9);
  });

  it('stops by Ctrl-C, which all its processes hear: answers and sockets first, exit code 0, no process left', async () => {
    const sme = await signIn();
    const live = await sme.openSocket();
    const account = home.accounts()[0];
    const underway = Array.from({ length: 10 }, () =>
      sendRaw(home.url, {
        method: 'POST',
        path: '/api/v1/auth/login',
        body: { email: account?.email, password: account?.password },
      }),
    );
    await waitFor('the requests to be under way', async () => (await Promise.race(underway)).status === 200);
    const startedAt = Date.now();
    expect(await running.endGroup('SIGINT')).toBe(0);
    expect(Date.now() - startedAt).toBeLessThan(STOP_WITHIN_MS);
    expect((await Promise.all(underway)).map(({ status }) => status)).toEqual(Array<number>(10).fill(200));
    await waitFor('the word to the socket', async () => live.all('session.ended')[0]);
    expect(live.all('session.ended')).toEqual([{ reason: 'server-restart' }]);
    await waitFor('every process to be gone', async () => home.processes().length === 0, {
      dump: () => home.processes(),
    });
    sme.close();
  });
});
