import type { INestApplicationContext } from '@nestjs/common';
import pg from 'pg';
import { systemActor } from '#libs/kernel';
import { Database, newId, UnitOfWork } from '#libs/platform/database';
import { defineJob, type JobHandler, Queues, sealAudit, verifyAuditChain } from '#libs/platform/queue';
import { waitFor } from '../../support/wait.js';
import { handlerOf, QueueHarness } from './queue-harness.js';

jest.setTimeout(60_000);

let harness: QueueHarness;
beforeAll(async () => {
  harness = await QueueHarness.start('postgres');
});
afterAll(() => harness.stop());

describe('the audit chain', () => {
  let worker: INestApplicationContext;
  let unitOfWork: UnitOfWork;
  const actor = systemActor('a-click');

  const act = (times = 1) =>
    unitOfWork.run(actor, async (tx) => {
      for (let time = 0; time < times; time += 1) {
        tx.audit({
          action: 'thing.change',
          entityType: 'thing',
          entityId: newId(),
          toState: `Đà Nẵng "${time}"`,
        });
      }
    });
  const sealNow = () => unitOfWork.run(actor, (tx) => sealAudit(tx));
  /** Seals once all entries are past the horizon, which the transactions of other specs on this cluster hold back. */
  const seal = async () => {
    await waitFor('older transactions to end', async () => {
      const [row] = await harness.database.query<{ over: boolean }>(
        `select coalesce(max(xid) < pg_snapshot_xmin(pg_current_snapshot()), true) as over from audit_entry`,
      );
      return row?.over;
    });
    return sealNow();
  };
  const verdict = () => verifyAuditChain(worker.get(Database));
  const tamper = (statement: string) => harness.database.query(statement);

  beforeAll(async () => {
    worker = await harness.startWorker([]);
    unitOfWork = worker.get(UnitOfWork);
    await waitFor('the minute to be sealed', async () => {
      const rows = await harness.database.query(`select 1 from job_effect where key like 'seal-audit_%'`);
      return rows.length > 0;
    });
  });
  beforeEach(() => tamper('truncate audit_entry, audit_seal'));
  afterAll(() => harness.stopWorker(worker));

  it('is empty and intact at first', async () => {
    expect(await seal()).toEqual([]);
    expect(await verdict()).toEqual({ intact: true, seals: 0, entries: 0 });
  });

  it('covers every entry once, seal by seal', async () => {
    await act(3);
    expect(await seal()).toEqual([{ number: '1', hash: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
    expect(await seal()).toEqual([]);
    await act();
    await act();
    expect(await seal()).toEqual([expect.objectContaining({ number: '2' })]);
    expect(await verdict()).toEqual({ intact: true, seals: 2, entries: 5 });
  });

  it('waits for the oldest transaction that still runs', async () => {
    const slow = new pg.Client({ connectionString: harness.database.url });
    await slow.connect();
    await slow.query('begin');
    await slow.query(
      `insert into audit_entry (id, action, entity_type, entity_id, actor_id, request_id)
       values ($1, 'thing.change', 'thing', $1, $1, 'slow')`,
      [newId()],
    );
    await act(2);
    expect(await sealNow()).toEqual([]);
    await slow.query('commit');
    await slow.end();
    expect(await seal()).toHaveLength(1);
    expect(await verdict()).toEqual({ intact: true, seals: 1, entries: 3 });
  });

  it('cuts a long backlog between transactions', async () => {
    await act(3_000);
    await act(2_500);
    await act(5_200);
    await act(10);
    expect(await seal()).toHaveLength(4);
    expect(await verdict()).toEqual({ intact: true, seals: 4, entries: 10_710 });
  });

  it.each([
    [
      'a changed entry',
      `update audit_entry set to_state = 'forged' where to_state like '%"1"%'`,
      1,
      /changed/,
    ],
    [
      'a removed entry',
      `delete from audit_entry where to_state like '%"1"%'`,
      1,
      /covers 3 entries, there are 2/,
    ],
    [
      'an added entry',
      `insert into audit_entry (id, action, entity_type, entity_id, actor_id, request_id, xid)
       select uuidv7(), action, entity_type, entity_id, actor_id, request_id, xid from audit_entry limit 1`,
      1,
      /covers 3 entries, there are 4/,
    ],
    ['a moved time', `update audit_entry set at = at + interval '1 millisecond'`, 1, /changed/],
    ['a removed seal', 'delete from audit_seal where number = 1', 1, /missing/],
    ['a forged seal', `update audit_seal set hash = sha256('forged') where number = 1`, 1, /changed/],
  ])('shows %s', async (_what, statement, brokenAt, reason) => {
    await act(3);
    await seal();
    await act();
    await seal();
    expect(await verdict()).toEqual({ intact: true, seals: 2, entries: 4 });
    await tamper(statement);
    expect(await verdict()).toEqual({ intact: false, brokenAt, reason: expect.stringMatching(reason) });
  });

  it('refuses a database whose transaction ids began anew', async () => {
    await act();
    await seal();
    await tamper(`update audit_seal set next_xid = '9000000000'`);
    await expect(seal()).rejects.toThrow('lie before the last audit seal');
  });

  it('cannot be rewritten by the application', async () => {
    const database = worker.get(Database);
    for (const table of ['audit_entry', 'audit_seal']) {
      await expect(database.execute(`delete from ${table}`)).rejects.toMatchObject({ code: '42501' });
    }
    await expect(database.execute(`update audit_entry set action = 'x'`)).rejects.toMatchObject({
      code: '42501',
    });
  });
});

describe('the clean-up', () => {
  afterEach(() => harness.clear());

  it('removes what has served its time, and nothing else', async () => {
    const { query } = harness.database;
    await query('truncate job_effect');
    const [open, done, fresh] = [newId(), newId(), newId()];
    for (const [id, doneAt] of [
      [open, null],
      [done, '31 days'],
      [fresh, '29 days'],
    ] as const) {
      await query(
        `insert into outbox_event (id, type, aggregate_type, aggregate_id, aggregate_seq, actor_id, request_id, payload,
           relayed_at, done_at)
         values ($1, 'match.dismissed', 'thing', $1, 1, $1, 'r', '{}', now(), now() - $2::interval)`,
        [id, doneAt],
      );
    }
    // An event that waits for a dead letter keeps its effects; its type is unknown here, so nobody touches it.
    await query(`update outbox_event set type = 'from.the-future' where id = $1`, [open]);
    await query(
      `insert into job_effect (key, at) select 'job_' || id, now() - interval '31 days'
       from unnest($1::text[]) as t(id)`,
      [[open, done, 'not-an-id', '1763700000000']],
    );
    await query(`insert into job_effect (key) values ('job_' || $1)`, [fresh]);
    await query(
      `insert into job_effect (key, at) values ('job_1763700000001', now() - interval '3 days'),
         ('job_1763700000002', now() - interval '1 day'), ('job_monday', now() - interval '3 days')`,
    );
    await query(
      `insert into idempotency_record (person_id, organization_id, route, key, body_hash, locked_until, created_at)
       select uuidv7(), uuidv7(), 'r', age, '', now(), now() - age::interval
       from unnest(array['25 hours', '23 hours']) as t(age)`,
    );
    await query(
      `insert into failure_count values ('old', 1, now() - interval '1 second'), ('new', 1, now() + interval '1 hour')`,
    );
    await query(
      `insert into job_run values ('j', 'old', now() - interval '31 days'), ('j', 'new', now() - interval '1 day')`,
    );
    await harness.startWorker([]);
    await waitFor('the clean-up', async () => {
      const rows = await query(`select 1 from job_effect where key like 'clean-up_%'`);
      return rows.length > 0;
    });
    const left = async (statement: string) => (await query<{ of: string }>(statement)).map((row) => row.of);
    expect(await left('select id as of from outbox_event order by id')).toEqual([open, fresh].sort());
    expect(
      await left(`select substr(key, 5) as of from job_effect where key like 'job\\_%' order by key`),
    ).toEqual([open, fresh, '1763700000002', 'monday'].sort());
    expect(await left('select key as of from idempotency_record')).toEqual(['23 hours']);
    expect(await left('select key as of from failure_count')).toEqual(['new']);
    expect(await left('select subject as of from job_run')).toEqual(['new']);
  });
});

describe('the schema of the queue', () => {
  it('lets role ttn_app, and nobody in its place, make a queue at run time', async () => {
    const worker = await harness.startWorker([]);
    await worker.get(Queues).of('mail').add('anything', { payload: {}, requestId: 'r', enqueuedAt: 'now' });
    const sequences = await harness.database.query<{ owner: string }>(
      `select distinct sequenceowner as owner from pg_sequences
       where schemaname = 'bullmq' and sequencename like 'bullmq_jid_%'`,
    );
    expect(sequences).toEqual([{ owner: 'ttn_app' }]);
    const grants = await harness.database.query(
      `select has_schema_privilege('ttn_app', 'bullmq', 'create') as in_bullmq,
              has_schema_privilege('ttn_app', 'public', 'create') as in_public`,
    );
    expect(grants).toEqual([{ in_bullmq: true, in_public: false }]);
    await harness.clear();
  });
});

describe('a worker refuses to boot', () => {
  const quiet = async () => undefined;
  const First = handlerOf(() => defineJob({ name: 'greet', queue: 'default' }), quiet);
  class SecondJob implements JobHandler<unknown> {
    readonly job = defineJob({ name: 'greet', queue: 'default' });
    perform = quiet;
  }
  const orphan = defineJob({ name: 'orphan', queue: 'default', on: ['interest.sent'] });

  it('with two handlers of one job', async () => {
    await expect(harness.startWorker([First, SecondJob])).rejects.toThrow(
      'Job "greet" has two handlers: TestJob and SecondJob.',
    );
  });

  it('with one handler registered twice', async () => {
    await expect(harness.startWorker([SecondJob, SecondJob])).rejects.toThrow(/registered twice/);
  });

  it('with a job nobody handles, naming the events it would lose', async () => {
    const expected = () => [orphan];
    await expect(harness.startWorker([First], { expected })).rejects.toThrow(
      'Jobs without handler:\n  - orphan (on interest.sent)',
    );
  });

  it('and boots when every job has its one handler', async () => {
    await harness.startWorker([First], { expected: () => [orphan].slice(1) });
    await harness.clear();
  });
});
