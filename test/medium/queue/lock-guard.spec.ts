import type { EventEnvelope } from '#libs/contracts';
import { defineJob } from '#libs/platform/queue';
import { waitFor } from '../../support/wait.js';
import { gate, handlerOf, QueueHarness, recordEffect, subjects } from './queue-harness.js';

jest.setTimeout(60_000);

const HOUR = 3_600_000;

/** A job whose first run waits for `held`, as if its worker were gone; how often it was begun. */
function heldJob() {
  const held = gate();
  let runs = 0;
  const handler = handlerOf(
    () => defineJob<EventEnvelope>({ name: 'record-effect', queue: 'default', on: ['profile.changed'] }),
    async (event, context) => {
      runs += 1;
      if (runs === 1) await held.opened;
      await context.once(async (tx) => {
        await recordEffect(tx, event.id);
      });
    },
  );
  return { held, handler, begun: () => runs };
}

/** As a worker leaves its jobs that dies: under a lock nobody holds any more, until `end` in milliseconds since 1970. */
async function leaveLocked(harness: QueueHarness, end: number): Promise<void> {
  await harness.database.query(
    `update bullmq.job set locked_until_ms = $1, lock_token = 'gone' where state = 'active'`,
    [end],
  );
}

/** Another worker has done the job. */
async function takenOver(harness: QueueHarness, timeoutMs?: number): Promise<void> {
  await waitFor('the effect', async () => (await harness.effects()).length === 1, {
    ...(timeoutMs !== undefined && { timeoutMs }),
    dump: () =>
      Promise.all([
        harness.database.query(
          'select id, state, stalled_marked, locked_until_ms, lock_token from bullmq.job',
        ),
        harness.database.query('select * from bullmq.meta'),
      ]),
  });
}

describe('a worker whose clock was ahead', () => {
  let harness: QueueHarness;

  beforeAll(async () => {
    harness = await QueueHarness.start('postgres');
  });
  afterAll(() => harness.stop());

  it('leaves jobs behind that another takes over at once, and not when the hour has come', async () => {
    const { held, handler, begun } = heldJob();
    const dead = await harness.startWorker([handler], { stopWithin: 1 });
    await harness.emit(dead, 'profile.changed', {}, subjects(1));
    await waitFor('the job to be under way', async () => begun() === 1);
    // What it has written by its own clock: the lock, and when it looked after stalled jobs.
    const ahead = Date.now() + HOUR;
    const writeAhead = () =>
      Promise.all([
        leaveLocked(harness, ahead),
        harness.database.query(`update bullmq.meta set value = $1 where field = 'stalled-check'`, [
          String(ahead),
        ]),
      ]);
    await writeAhead();
    await harness.startWorker([handler]);
    await takenOver(harness, 10_000);
    held.open();
    expect(begun()).toBe(2);
  });
});

describe('workers that do not look after stalled jobs themselves', () => {
  let harness: QueueHarness;

  beforeAll(async () => {
    harness = await QueueHarness.start('postgres');
  });
  afterAll(() => harness.stop());

  it('take over the job of a dead one all the same, once its lock has ended by the clock of the database', async () => {
    const { held, handler, begun } = heldJob();
    const seldom = { stopWithin: 1, stalledInterval: HOUR };
    const dead = await harness.startWorker([handler], seldom);
    await harness.emit(dead, 'profile.changed', {}, subjects(1));
    await waitFor('the job to be under way', async () => begun() === 1);
    await leaveLocked(harness, Date.now());
    await harness.startWorker([handler], seldom);
    await takenOver(harness);
    held.open();
    expect(begun()).toBe(2);
  });
});

describe('a worker that begins when another has died', () => {
  let harness: QueueHarness;

  beforeAll(async () => {
    harness = await QueueHarness.start('postgres');
  });
  afterAll(() => harness.stop());

  it('does not take locks that had ended before for renewed', async () => {
    const { held, handler, begun } = heldJob();
    // It looks at nothing and renews nothing as long as this takes.
    const dead = await harness.startWorker([handler], {
      stopWithin: 1,
      stalledInterval: HOUR,
      lockDuration: HOUR,
    });
    await harness.emit(dead, 'profile.changed', {}, subjects(1));
    await waitFor('the job to be under way', async () => begun() === 1);
    await leaveLocked(harness, Date.now() - 1);
    await harness.startWorker([handler], { stopWithin: 1, stalledInterval: HOUR, lockDuration: 20_000 });
    // It looks every five seconds, and would give thirteen to a lock that was renewed.
    await takenOver(harness, 13_000);
    held.open();
    expect(begun()).toBe(2);
  });
});

describe('a worker whose clock is behind', () => {
  let harness: QueueHarness;

  beforeAll(async () => {
    harness = await QueueHarness.start('postgres');
  });
  afterAll(() => harness.stop());

  it('keeps the job it is at, though all the locks it writes have ended', async () => {
    await harness.database.query(`
      create function an_hour_behind() returns trigger language plpgsql as $$
        begin new.locked_until_ms := new.locked_until_ms - ${HOUR}; return new; end $$;
      create trigger behind before insert or update of locked_until_ms on bullmq.job for each row
        when (new.locked_until_ms is not null and current_setting('application_name') = 'ttn-queue')
        execute function an_hour_behind()`);
    const { held, handler, begun } = heldJob();
    const worker = await harness.startWorker([handler], { lockDuration: 6_000, stalledInterval: HOUR });
    await harness.emit(worker, 'profile.changed', {}, subjects(1));
    await waitFor('the job to be under way', async () => begun() === 1);
    const looks = () =>
      harness.database.query<{ value: string }>(
        `select value from bullmq.meta where queue = 'default' and field = 'stalled-check'`,
      );
    const given = async () => {
      const locks = await harness.database.query<{ ms: number }>(
        `select (locked_until_ms - extract(epoch from clock_timestamp()) * 1000)::float8 as ms from bullmq.job
         where state = 'active'`,
      );
      return locks[0]?.ms ?? 0;
    };
    const seen = new Set<string | undefined>();
    let longest = 0;
    await waitFor('some looks after stalled jobs', async () => {
      seen.add((await looks())[0]?.value);
      longest = Math.max(longest, await given());
      return seen.size > 6;
    });
    expect(begun()).toBe(1);
    // Should it die now, its job waits two thirds of a lock at most: whoever lives renews after half.
    expect(longest).toBeGreaterThan(0);
    expect(longest).toBeLessThanOrEqual(4_000);
    held.open();
    await waitFor('the effect', async () => (await harness.effects()).length === 1);
  });
});
