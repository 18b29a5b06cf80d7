import pg from 'pg';
import type { EventEnvelope } from '#libs/contracts';
import { systemActor } from '#libs/kernel';
import { newId, UnitOfWork } from '#libs/platform/database';
import { DeadLetters, defineJob, type DueTime, Jobs } from '#libs/platform/queue';
import { waitFor } from '../../support/wait.js';
import { type Backend, gate, handlerOf, QueueHarness, recordEffect, subjects } from './queue-harness.js';
import { REDIS_BINARY } from './redis-server.js';

/** Waiters have their own limits and say what they saw; this one is only the last resort. */
jest.setTimeout(60_000);

const backends: Backend[] = REDIS_BINARY || process.env.CI === 'true' ? ['postgres', 'redis'] : ['postgres'];
if (backends.length === 1)
  console.warn('Queues on Redis: not run, there is no redis-server on this machine.');

/** Writes down, once, the event it was started by. */
const RecordJob = handlerOf(
  () => defineJob<EventEnvelope>({ name: 'record-effect', queue: 'default', on: ['profile.changed'] }),
  async (event, context) => {
    await context.once(async (tx) => {
      await recordEffect(tx, event.id);
    });
  },
);

/** On a busy machine a worker falls silent for the second a lock lasts here, and its job is performed once more. */
const PATIENT = { lockDuration: 60_000 };

describe.each(backends)('from outbox to effect on %s', (backend) => {
  let harness: QueueHarness;
  const outbox = () =>
    harness.database.query<{ id: string; relayed: boolean; done: boolean }>(
      'select id, relayed_at is not null as relayed, done_at is not null as done from outbox_event',
    );
  const effectsOf = (count: number, timeoutMs = 30_000) =>
    waitFor(`${count} effects`, async () => (await harness.effects()).length >= count, {
      timeoutMs,
      dump: async () => ({ effects: (await harness.effects()).length, outbox: await outbox() }),
    });
  const allDone = () =>
    waitFor('every event to be done', async () => (await outbox()).every(({ done }) => done), {
      dump: outbox,
    });

  beforeAll(async () => {
    harness = await QueueHarness.start(backend);
  });
  afterEach(() => harness.clear());
  afterAll(() => harness.stop());

  it('carries each event to its job, with the request that caused it, and marks it done', async () => {
    const seen: { event: EventEnvelope; requestId: string; jobId: string }[] = [];
    const handler = handlerOf(
      () => defineJob<EventEnvelope>({ name: 'watch', queue: 'matching', on: ['proposal.submitted'] }),
      async (event, { requestId, jobId }) => {
        seen.push({ event, requestId, jobId });
      },
    );
    const worker = await harness.startWorker([handler], PATIENT);
    const [subject = ''] = subjects(1);
    const versionId = newId();
    const [id] = await harness.emit(worker, 'proposal.submitted', { versionId, callId: null }, [subject]);
    await allDone();
    expect(seen).toEqual([
      {
        requestId: 'a-click',
        jobId: `watch_${id}`,
        event: expect.objectContaining({
          id,
          type: 'proposal.submitted',
          schemaVersion: 1,
          aggregateId: subject,
          aggregateSeq: 1,
          organizationId: null,
          occurredAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
          payload: { versionId, callId: null },
        }),
      },
    ]);
  });

  it('leaves no event and no effect of a transaction that rolled back', async () => {
    const worker = await harness.startWorker([RecordJob]);
    const unitOfWork = worker.get(UnitOfWork);
    const failed = unitOfWork.run(systemActor('a-click'), async (tx) => {
      tx.emit('profile.changed', { aggregateType: 'thing', aggregateId: newId(), seq: 1 }, {});
      await tx.flush();
      throw new Error('changed my mind');
    });
    await expect(failed).rejects.toThrow('changed my mind');
    const [kept] = await harness.emit(worker, 'profile.changed', {}, subjects(1));
    await effectsOf(1);
    expect(await harness.effects()).toEqual([kept]);
    expect((await outbox()).map(({ id }) => id)).toEqual([kept]);
  });

  it('marks events nobody waits for as done at once', async () => {
    const worker = await harness.startWorker([RecordJob], { grace: 60_000 });
    await harness.emit(worker, 'match.dismissed', {}, subjects(3));
    await allDone();
  });

  it('misses no event although transactions commit out of order', async () => {
    const worker = await harness.startWorker([RecordJob]);
    const late = new pg.Client({ connectionString: harness.database.url });
    await late.connect();
    await late.query('begin');
    const lateId = newId();
    await late.query(
      `insert into outbox_event (id, type, aggregate_type, aggregate_id, aggregate_seq, actor_id, request_id, payload)
       values ($1, 'profile.changed', 'thing', $1, 1, $1, 'r', '{}')`,
      [lateId],
    );
    const writers = Array.from({ length: 8 }, async () => {
      const ids: string[] = [];
      for (let round = 0; round < 10; round += 1) {
        ids.push(...(await harness.emit(worker, 'profile.changed', {}, subjects(2))));
      }
      return ids;
    });
    const ids = (await Promise.all(writers)).flat();
    await effectsOf(ids.length);
    await late.query('commit');
    await late.end();
    await effectsOf(ids.length + 1);
    expect(await harness.effects()).toEqual([...ids, lateId].sort());
  });

  it('has one effect although two workers perform the same job at the same time', async () => {
    const both = gate();
    let inside = 0;
    const answers: boolean[] = [];
    const handler = handlerOf(
      () => defineJob<EventEnvelope>({ name: 'race', queue: 'default', on: ['profile.changed'] }),
      async (event, context) => {
        inside += 1;
        if (inside === 2) both.open();
        await both.opened;
        answers.push(await context.once(async (tx) => void (await recordEffect(tx, event.id))));
      },
    );
    const worker = await harness.startWorker([handler], PATIENT);
    await harness.startWorker([handler], PATIENT);
    const [id] = await harness.emit(worker, 'profile.changed', {}, subjects(1));
    await waitFor('the first delivery', async () => inside === 1);
    await harness.emptyQueues();
    await waitFor('both deliveries', async () => answers.length === 2, { dump: () => ({ inside, answers }) });
    expect(answers.sort()).toEqual([false, true]);
    expect(await harness.effects()).toEqual([id]);
    await allDone();
  });

  it('passes over a job whose effect has happened', async () => {
    let performed = 0;
    const handler = handlerOf(
      () => defineJob<EventEnvelope>({ name: 'count', queue: 'default', on: ['profile.changed'] }),
      async () => {
        performed += 1;
      },
    );
    const worker = await harness.startWorker([handler], PATIENT);
    await harness.emit(worker, 'profile.changed', {}, subjects(20));
    await allDone();
    await harness.database.query('update outbox_event set relayed_at = null, done_at = null');
    await harness.emit(worker, 'profile.changed', {}, subjects(1));
    await allDone();
    expect(performed).toBe(21);
  });

  it('shares the outbox among relays without doubling an effect', async () => {
    let performed = 0;
    const handler = handlerOf(
      () => defineJob<EventEnvelope>({ name: 'share', queue: 'default', on: ['profile.changed'] }),
      async (event, context) => {
        performed += 1;
        await context.once(async (tx) => void (await recordEffect(tx, event.id)));
      },
    );
    const workers = [
      await harness.startWorker([handler], PATIENT),
      await harness.startWorker([handler], PATIENT),
    ];
    const ids = (
      await Promise.all(
        Array.from({ length: 10 }, (_, index) =>
          harness.emit(workers[index % 2] ?? workers[0]!, 'profile.changed', {}, subjects(120)),
        ),
      )
    ).flat();
    await effectsOf(ids.length, 90_000);
    expect(await harness.effects()).toEqual(ids.sort());
    expect(performed).toBe(ids.length);
  }, 120_000);

  it('loses nothing when the queue is emptied', async () => {
    const held = gate();
    const handler = handlerOf(
      () => defineJob<EventEnvelope>({ name: 'hold', queue: 'default', on: ['profile.changed'] }),
      async (event, context) => {
        await held.opened;
        await context.once(async (tx) => void (await recordEffect(tx, event.id)));
      },
    );
    const worker = await harness.startWorker([handler]);
    const ids = await harness.emit(worker, 'profile.changed', {}, subjects(60));
    await waitFor('the relay', async () => (await outbox()).every(({ relayed }) => relayed));
    await harness.emptyQueues();
    held.open();
    await effectsOf(ids.length);
    await allDone();
    expect(await harness.effects()).toEqual(ids.sort());
  });

  it('goes on after the database has cut every connection', async () => {
    const worker = await harness.startWorker([RecordJob]);
    await harness.emit(worker, 'profile.changed', {}, subjects(5));
    await effectsOf(5);
    await harness.database.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and application_name <> ''`,
    );
    const ids = await waitFor('a write to succeed', () =>
      harness.emit(worker, 'profile.changed', {}, subjects(5)),
    );
    await effectsOf(10);
    expect(await harness.effects()).toEqual(expect.arrayContaining(ids));
  });

  it('tries a failing job again, keeps it as a dead letter, and runs it when asked to', async () => {
    const attempts: number[] = [];
    let broken = true;
    const handler = handlerOf(
      () =>
        defineJob<EventEnvelope>({
          name: 'break',
          queue: 'mail',
          on: ['profile.changed'],
          attempts: 3,
          backoff: 20,
        }),
      async (event, context) => {
        attempts.push(context.attempt);
        await context.once(async (tx) => {
          await recordEffect(tx, event.id);
          if (broken) throw new Error('the mail server is gone');
        });
      },
    );
    const worker = await harness.startWorker([handler], PATIENT);
    const [id] = await harness.emit(worker, 'profile.changed', {}, subjects(1));
    const deadLetters = worker.get(DeadLetters);
    const [letter] = await waitFor('a dead letter', async () => {
      const list = await deadLetters.list();
      return list.length > 0 && list;
    });
    expect(letter).toEqual({
      id: `break_${id}`,
      name: 'break',
      queue: 'mail',
      failedReason: 'the mail server is gone',
      attempts: 3,
      requestId: 'a-click',
      at: expect.stringMatching(/Z$/),
    });
    await waitFor('the reconciler to have asked after it', async () => {
      const [row] = await harness.database.query<{ again: boolean }>(
        `select relayed_at > occurred_at + interval '700 milliseconds' as again from outbox_event`,
      );
      return row?.again;
    });
    expect({ attempts, effects: await harness.effects() }).toEqual({ attempts: [1, 2, 3], effects: [] });
    broken = false;
    await deadLetters.retry('mail', `break_${id}`);
    await effectsOf(1);
    await allDone();
    expect(await deadLetters.list()).toEqual([]);
    await expect(deadLetters.retry('mail', `break_${id}`)).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('runs once for a burst about one subject, and again for what came after the run began', async () => {
    const held = gate();
    let begun = 0;
    const handler = handlerOf(
      () =>
        defineJob<EventEnvelope>({
          name: 'refresh',
          queue: 'matching',
          on: ['profile.changed'],
          deduplicate: ({ aggregateId }) => aggregateId,
        }),
      async () => {
        begun += 1;
        await held.opened;
      },
    );
    const settings = {
      ...PATIENT,
      concurrency: { default: 1, matching: 1, search: 1, mail: 1, maintenance: 1 },
      grace: 60_000,
    };
    const worker = await harness.startWorker([handler], settings);
    const [subject = '', other = ''] = subjects(2);
    const burst = Array.from({ length: 10 }, () => subject);
    await harness.emit(worker, 'profile.changed', {}, burst);
    await waitFor('the first run', async () => begun === 1);
    await harness.emit(worker, 'profile.changed', {}, [subject, subject, other]);
    await waitFor('the relay', async () => (await outbox()).every(({ relayed }) => relayed));
    held.open();
    const effects = () => harness.database.query(`select key from job_effect where key like 'refresh_%'`);
    await waitFor('all jobs', async () => (await effects()).length === 13, { dump: effects });
    expect(begun).toBe(3);
  });

  it('does each period of a scheduled job once, with two schedulers', async () => {
    const periods: string[] = [];
    const handler = handlerOf(
      () => defineJob<DueTime>({ name: 'tick', queue: 'default', every: 1_000 }),
      async ({ dueAt }) => {
        periods.push(dueAt);
      },
    );
    await harness.startWorker([handler], PATIENT);
    await harness.startWorker([handler], PATIENT);
    await waitFor('four periods', async () => periods.length >= 4);
    expect(new Set(periods).size).toBe(periods.length);
    expect(periods.every((dueAt) => dueAt.endsWith('.000Z'))).toBe(true);
  });

  it('enqueues work outside events, once per id', async () => {
    const performed: string[] = [];
    const job = { name: 'send-digest', queue: 'mail' } as const;
    const handler = handlerOf(
      () => defineJob<{ personId: string }>(job),
      async ({ personId }, context) => {
        await context.once(async () => void performed.push(personId));
      },
    );
    const worker = await harness.startWorker([handler]);
    const jobs = worker.get(Jobs);
    expect(await jobs.enqueue('send-digest', { personId: 'a' }, { jobId: 'monday' })).toBe(
      'send-digest_monday',
    );
    await waitFor('the first', async () => performed.length === 1);
    await jobs.enqueue<{ personId: string }>(job, { personId: 'b' }, { jobId: 'monday' });
    await jobs.enqueue<{ personId: string }>(job, { personId: 'c' });
    await jobs.enqueue<{ personId: string }>(job, { personId: 'd' }, { delayMs: 100 });
    await waitFor('the others', async () => performed.length === 3);
    expect(performed.sort()).toEqual(['a', 'c', 'd']);
    await expect(jobs.enqueue('send-pigeon', {})).rejects.toThrow('There is no job "send-pigeon".');
  });

  it('lets a running job finish when the worker stops', async () => {
    const held = gate();
    let begun = 0;
    const handler = handlerOf(
      () => defineJob<EventEnvelope>({ name: 'finish', queue: 'default', on: ['profile.changed'] }),
      async (event, context) => {
        begun += 1;
        await held.opened;
        await context.once(async (tx) => void (await recordEffect(tx, event.id)));
      },
    );
    const worker = await harness.startWorker([handler]);
    const ids = await harness.emit(worker, 'profile.changed', {}, subjects(1));
    await waitFor('the job to begin', async () => begun === 1);
    const stopped = harness.stopWorker(worker);
    held.open();
    await stopped;
    expect(await harness.effects()).toEqual(ids);
  });

  it('hands back a job that does not finish in time; it costs no attempt and no lock time', async () => {
    const attempts: number[] = [];
    const handler = handlerOf(
      () =>
        defineJob<EventEnvelope>({ name: 'linger', queue: 'default', on: ['profile.changed'], attempts: 1 }),
      async (event, context) => {
        attempts.push(context.attempt);
        if (attempts.length === 1) {
          await new Promise((_, reject) => {
            context.signal.addEventListener('abort', () => {
              reject(new Error('stopped'));
            });
          });
        }
        await context.once(async (tx) => void (await recordEffect(tx, event.id)));
      },
    );
    const settings = { grace: 60_000, lockDuration: 30_000, stopWithin: 200 };
    const worker = await harness.startWorker([handler], settings);
    const ids = await harness.emit(worker, 'profile.changed', {}, subjects(1));
    await waitFor('the job to begin', async () => attempts.length === 1);
    await harness.stopWorker(worker);
    await harness.startWorker([handler], settings);
    await effectsOf(1, 20_000);
    expect({ attempts, effects: await harness.effects() }).toEqual({ attempts: [1, 1], effects: ids });
  });
});
