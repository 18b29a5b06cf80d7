import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { waitFor } from '../../support/wait.js';
import type { Answer, Member } from '../proposals/marketplace.js';
import { REDIS_BINARY, type RedisServer, startRedis } from '../queue/redis-server.js';
import { type Cast, EngagementWorld, said } from './engagement-world.js';

jest.setTimeout(120_000);

const DIST = join(import.meta.dirname, '../../../dist');
const HOUR = 3_600_000;
const QUOTE = {
  ...{ scope: 'Two signs', language: 'en', sessions: 0, deliverables: [], validUntil: '2099-04-30' },
  ...{ fee: { amountMinor: 1, currency: 'KRW' }, tax: { amountMinor: 0, currency: 'KRW' } },
};
/** Of each kind. */
const MANY = 4;
const backends = REDIS_BINARY || process.env.CI === 'true' ? ['postgres', 'redis'] : ['postgres'];

describe.each(backends)(
  'clocks of consulting, two workers of which one is an hour ahead, on %s',
  (backend) => {
    let world: EngagementWorld;
    let redis: RedisServer | undefined;
    let cast: Cast;
    const workers: ChildProcess[] = [];

    const startWorker = async (skew: number): Promise<void> => {
      const worker = fork(join(DIST, 'apps/worker/src/main.js'), [], {
        env: {
          PATH: process.env.PATH,
          NODE_ENV: 'test',
          DATABASE_URL: world.market.database.url,
          TTN_SECRET: world.market.database.config().TTN_SECRET,
          LOG_LEVEL: 'warn',
          CHAOS_CLOCK_SKEW_MS: String(skew),
          ...(redis && { REDIS_URL: redis.url }),
        },
        execArgv: [`--import=${join(DIST, 'chaos/skewed-clock.js')}`],
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      });
      workers.push(worker);
      const ended = once(worker, 'exit').then(([status]) => {
        throw new Error(`The worker ended while starting: ${String(status)}`);
      });
      await Promise.race([once(worker, 'message'), ended]);
      ended.catch(() => undefined);
    };

    beforeAll(async () => {
      world = await EngagementWorld.open();
      redis = backend === 'redis' ? await startRedis() : undefined;
      cast = await world.cast();
      await Promise.all([startWorker(0), startWorker(HOUR)]);
    });
    afterAll(async () => {
      for (const worker of workers) {
        if (worker.exitCode !== null || worker.signalCode !== null) continue;
        worker.kill('SIGTERM');
        await once(worker, 'exit');
      }
      await world?.market.close();
      await redis?.stop();
    });

    const post = (member: Member, path: string, body: object = {}): Promise<Answer> =>
      world.market.ask(member, 'POST', path, { body });
    const query = <Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> =>
      world.market.database.query<Row>(text, values);

    /** A request that asks one consultant by name; with `isTaken` the consultant has accepted and handed in a quote. */
    async function asked(isTaken: boolean): Promise<{ request: string; invitation: string }> {
      const { body } = await post(cast.requester, '/consulting-requests', {
        ...{ title: 'Signs for the night market', language: 'en', text: 'Which ones?' },
        namedConsultants: [cast.consultant.organizationId],
      });
      expect((await post(cast.requester, `/consulting-requests/${body.id}/submit`)).status).toBe(200);
      const [row] = await query<{ id: string }>('select id from expert_invitation where request_id = $1', [
        body.id,
      ]);
      const invitation = row?.id ?? '';
      if (!isTaken) return { request: body.id, invitation };
      const declared = { noConflict: true, confidentiality: true };
      const accepted = await post(cast.consultant, `/expert-invitations/${invitation}/accept`, declared);
      const quoted = await post(cast.consultant, `/consulting-requests/${body.id}/quotes`, QUOTE);
      expect([accepted.status, quoted.status]).toEqual([200, 201]);
      return { request: body.id, invitation };
    }

    /** A deliverable that nobody has answered for ten days. */
    async function unanswered(): Promise<string> {
      const id = await world.begun(cast);
      const part = (await world.room(id, cast.requester)).deliverables[0]?.id ?? '';
      await world.done(cast.consultant, id, `deliverables/${part}/submit`, said('Here it is'));
      await world.age(id, 11);
      return part;
    }

    const repeated = async <Thing>(make: () => Promise<Thing>): Promise<Thing[]> => {
      const made: Thing[] = [];
      while (made.length < MANY) made.push(await make());
      return made;
    };

    it('ring once each when they are due, however often they are looked at, and none by the wrong clock', async () => {
      const silent = await repeated(() => asked(false));
      const quoting = await repeated(() => asked(true));
      const parts = await repeated(unanswered);
      const early = await asked(true);
      await query(
        `update consulting_request set due_at = now() + interval '30 minutes', quotes_close_at = now() + interval '30 minutes'
       where id = $1`,
        [early.request],
      );
      const requests = quoting.map(({ request }) => request);
      const invitations = silent.map(({ invitation }) => invitation);
      await query(`update consulting_request set due_at = now() - interval '1 s' where id = any($1)`, [
        requests,
      ]);
      await query(`update expert_invitation set due_at = now() - interval '1 s' where id = any($1)`, [
        invitations,
      ]);
      await query(
        `update timer set due_at = now() + interval '30 minutes' where key = 'consulting-clock:' || $1`,
        [early.request],
      );
      // Reminders first: who has not answered in time is not reminded any more.
      const due: [string, string[]][] = [
        ['expert-invitation.reminded', invitations.map((id) => `expert-reminder:${id}`)],
        ['expert-invitation.expired', invitations.map((id) => `expert-expiry:${id}`)],
        ['consulting-request.quotes-opened', requests.map((id) => `consulting-clock:${id}`)],
        ['deliverable.reminded', parts.map((id) => `deliverable-answer:${id}`)],
      ];
      const happened = (type: string): Promise<{ about: string; times: number }[]> =>
        query(
          `select aggregate_id as about, count(*)::int as times from outbox_event
         where type = $1 group by aggregate_id`,
          [type],
        );
      for (const [type, keys] of due) {
        const [{ count } = { count: 0 }] = await query<{ count: number }>(
          'select count(*)::int as count from timer where key = any($1)',
          [keys],
        );
        expect([type, count]).toEqual([type, MANY]);
        await query('update timer set due_at = now() where key = any($1)', [keys]);
        await waitFor(
          `${type} of all`,
          async () => {
            // Looked at again and again while it happens, as after a queue that was lost.
            await query('update timer set started_at = null where key = any($1) and due_at <= now()', [keys]);
            await query('notify timer');
            return (await happened(type)).length === MANY;
          },
          { timeoutMs: 30_000, dump: () => query('select key, due_at, started_at from timer') },
        );
      }
      await waitFor(
        'no timer to be due',
        async () => {
          await query('update timer set started_at = null where due_at <= now()');
          await query('notify timer');
          return (await query('select from timer where due_at <= now()')).length === 0;
        },
        { timeoutMs: 30_000, dump: () => query('select key, due_at, started_at from timer') },
      );
      for (const [type] of due) {
        const times = (await happened(type)).map((one) => one.times);
        expect([type, times]).toEqual([type, Array.from({ length: MANY }, () => 1)]);
      }
      const [waiting] = await query<{ isOpen: boolean }>(
        `select quotes_opened_at is not null as "isOpen" from consulting_request where id = $1`,
        [early.request],
      );
      expect(waiting).toEqual({ isOpen: false });
    });
  },
);
